import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export type FakeSmtp = {
  port: number
  /** As they came over the wire, oldest first. */
  mails: { to: string; data: string }[]
  /** How many connections have been begun. */
  connections: () => number
  /** Answers a recipient; undefined accepts him. */
  answerTo: (recipient: string) => string | undefined
  /** Says nothing to anybody. */
  silent: boolean
  close: () => Promise<void>
}

/** A mail server as far as nodemailer asks for one: the outer network is where fakes stand. */
export async function openFakeSmtp(): Promise<FakeSmtp> {
  const sockets = new Set<Socket>()
  let begun = 0
  const server = createServer((socket) => {
    begun++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    if (!fake.silent) converse(socket, fake)
  })
  const fake: FakeSmtp = {
    port: 0,
    mails: [],
    connections: () => begun,
    answerTo: () => undefined,
    silent: false,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  fake.port = (server.address() as AddressInfo).port // it listens on a port
  return fake
}

function converse(socket: Socket, fake: FakeSmtp): void {
  let waiting = ''
  let to = ''
  let data: string[] | undefined
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 fake ESMTP')
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    waiting += chunk
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      hear(waiting.slice(0, end))
      waiting = waiting.slice(end + 2)
    }
  })

  function hear(line: string): void {
    if (data) return line === '.' ? taken() : void data.push(line)
    const word = line.slice(0, 4).toUpperCase()
    if (word === 'EHLO') return void say('250 fake')
    if (word === 'RCPT') {
      to = /<(.*)>/.exec(line)?.[1] ?? ''
      return void say(fake.answerTo(to) ?? '250 yes')
    }
    if (word === 'DATA') {
      data = []
      return void say('354 go on')
    }
    if (word === 'QUIT') return void socket.end('221 bye\r\n')
    say('250 yes')
  }

  function taken(): void {
    fake.mails.push({ to, data: data?.join('\r\n') ?? '' })
    data = undefined
    say('250 taken')
  }
}
