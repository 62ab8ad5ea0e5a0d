import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { textFrame } from './text-frame.ts'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

test('[FR1] a text of any length arrives whole, and its frame is made once for all sockets', async () => {
  const texts = [0, 1, 125, 126, 127, 65_535, 65_536, 100_000].map((length) =>
    'é'.repeat(length / 2).padEnd(length / 2 + (length % 2), '!'),
  )
  const server = createServer((stream) => {
    stream.once('data', (request) => {
      const key = /sec-websocket-key: (\S+)/i.exec(request.toString())?.[1] ?? ''
      const accept = createHash('sha1')
        .update(key + GUID)
        .digest('base64')
      stream.write(
        `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
      )
      for (const text of texts) stream.write(textFrame(Buffer.from(text)))
    })
  })
  await once(server.listen(0), 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  const received: string[] = []
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => received.push(data.toString()) === texts.length && resolve())
  })
  socket.terminate()
  server.close()
  expect(received).toEqual(texts)

  const text = Buffer.from('the same')
  expect(textFrame(text)).toBe(textFrame(text))
})
