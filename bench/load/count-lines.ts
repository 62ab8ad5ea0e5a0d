import type { Socket } from 'node:net'

const LINE = '"line":{"id":"'
const PING = '{"type":"ping"'
const SHORT_MAX = 125
const MEDIUM = 126

/**
 * Takes over the incoming side of a WebSocket from ws, which costs more for each frame than the server measured here, and
 * only counts the lines that arrive. Pings are passed on to be answered.
 */
export function countLines(stream: Socket, { onLine, onPing }: { onLine: () => void; onPing: (frame: string) => void }): void {
  let rest: Buffer = Buffer.alloc(0)
  stream.removeAllListeners('data')
  stream.on('data', (chunk: Buffer) => {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    for (let frame = firstFrame(bytes); frame; frame = firstFrame(bytes)) {
      const { payload, size } = frame
      if (payload.toString('latin1', 0, PING.length) === PING) onPing(payload.toString())
      for (let at = payload.indexOf(LINE); at !== -1; at = payload.indexOf(LINE, at + LINE.length)) onLine()
      bytes = bytes.subarray(size)
    }
    rest = bytes
  })
}

// A server's frames are never masked, and none of these is longer than 64 KiB.
function firstFrame(bytes: Buffer): { payload: Buffer; size: number } | undefined {
  if (bytes.length < 2) return undefined
  const short = bytes.readUInt8(1)
  if (short > MEDIUM) throw new Error('a frame longer than a server sends')
  const header = short <= SHORT_MAX ? 2 : 4
  if (bytes.length < header) return undefined
  const size = header + (short <= SHORT_MAX ? short : bytes.readUInt16BE(2))
  return bytes.length < size ? undefined : { payload: bytes.subarray(header, size), size }
}
