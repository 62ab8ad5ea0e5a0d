import { createServer, request, type IncomingMessage, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SubPath = {
  url: string
  /** What was asked for outside of it, such as `GET /assets/x.js`. */
  astray: () => readonly string[]
  close: () => void
}

/** A small proxy, as one sets it up before a server that shares its host with others: what is below `path` goes there without it. */
export async function openSubPath(to: string, path: string): Promise<SubPath> {
  const { port } = new URL(to)
  const astray: string[] = []
  const onwards = ({ method, headers, url = '' }: IncomingMessage): RequestOptions | undefined => {
    if (url.startsWith(`${path}/`)) return { port, host: '127.0.0.1', method, headers, path: url.slice(path.length) }
    astray.push(`${method} ${url}`)
    return undefined
  }

  const server = createServer((near, answer) => {
    const options = onwards(near)
    if (!options) return answer.writeHead(404).end()
    const far = request(options, (come) => {
      answer.writeHead(come.statusCode ?? 502, come.rawHeaders)
      come.pipe(answer)
    })
    far.on('error', () => answer.destroy())
    answer.on('close', () => far.destroy())
    return near.pipe(far)
  })
  server.on('upgrade', (near, socket, head) => {
    const options = onwards(near)
    if (!options) return socket.destroy()
    const far = request(options)
    far.on('upgrade', ({ rawHeaders }, farSocket) => {
      const lines = rawHeaders.map((text, i) => text + (i % 2 === 0 ? ': ' : '\r\n'))
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`)
      farSocket.pipe(socket).pipe(farSocket)
      for (const each of [socket, farSocket]) each.on('error', () => [socket, farSocket].forEach((one) => one.destroy()))
      farSocket.write(head)
    })
    far.on('error', () => socket.destroy())
    return far.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${path}`, // it listens on a port
    astray: () => astray.filter((each) => !each.endsWith(' /favicon.ico')),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
