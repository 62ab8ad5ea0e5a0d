import { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import { textFrame } from '@portico/server/platform/wire/text-frame'
import { expect, test } from 'vitest'
import { countLines } from './count-lines.ts'

const PING = '{"type":"ping","nonce":"1"}'
const line = (length: number) => `{"line":{"id":"${'x'.repeat(length)}"}}`

test('[BN1] lines are counted and pings passed on, wherever the stream is cut', () => {
  const frames = [line(10), PING, line(200), `${line(1)}${line(2)}`, line(60_000)]
  const bytes = Buffer.concat(frames.map((frame) => textFrame(Buffer.from(frame))))
  for (const size of [1, 3, 127, bytes.length]) {
    const stream = new Duplex({ read: () => {}, write: (_chunk, _encoding, done) => done() })
    let lines = 0
    const pings: string[] = []
    countLines(stream as Socket, { onLine: () => lines++, onPing: (frame) => pings.push(frame) }) // only its data is listened to
    for (let at = 0; at < bytes.length; at += size) stream.emit('data', bytes.subarray(at, at + size))
    expect({ size, lines, pings }).toEqual({ size, lines: 5, pings: [PING] })
  }
})
