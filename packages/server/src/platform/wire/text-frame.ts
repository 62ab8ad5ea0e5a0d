const FINAL_TEXT = 0x81
const SHORT_MAX = 125
const MEDIUM_MAX = 0xffff
const MEDIUM = 126
const LONG = 127

const made = new WeakMap<Buffer, Buffer>()

/** The WebSocket frame of a text (RFC 6455, 5.2), made once however many sockets it is written to. */
export function textFrame(text: Buffer): Buffer {
  const known = made.get(text)
  if (known) return known
  const frame = Buffer.concat([header(text.length), text])
  made.set(text, frame)
  return frame
}

function header(length: number): Buffer {
  if (length <= SHORT_MAX) return Buffer.from([FINAL_TEXT, length])
  if (length <= MEDIUM_MAX) {
    const medium = Buffer.from([FINAL_TEXT, MEDIUM, 0, 0])
    medium.writeUInt16BE(length, 2)
    return medium
  }
  const long = Buffer.from([FINAL_TEXT, LONG, 0, 0, 0, 0, 0, 0, 0, 0])
  long.writeUInt32BE(length, 6)
  return long
}
