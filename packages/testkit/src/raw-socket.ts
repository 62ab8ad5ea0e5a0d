import type { ChannelId } from '@portico/protocol/ids'
import type { Hello, ServerFrame } from '@portico/protocol/session'
import { VERSION } from '@portico/protocol/version'
import { WebSocket } from 'ws'
import { present } from './eventually.ts'
import { MAIN } from './person.ts'

type Frame<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>

/** A socket with no client behind it: it says whatever it is told to, and keeps what it hears. */
export type RawSocket = {
  /** Objects as JSON, texts as they are, bytes as a binary frame. */
  say: (...frames: (object | string)[]) => void
  /** Bytes that claim to be text. */
  sayText: (bytes: Buffer) => void
  heard: <T extends ServerFrame['type']>(type: T) => Frame<T>[]
  /** Waits for a frame of this type, or that many of them, and answers the last. */
  hears: <T extends ServerFrame['type']>(type: T, count?: number) => Promise<Frame<T>>
  /** All frames, as they came. */
  frames: () => readonly ServerFrame[]
  text: () => string
  ended: Promise<{ code: number; reason: string }>
  hasEnded: () => boolean
  pause: () => void
  resume: () => void
  leave: () => void
}

type Options = { headers?: Record<string, string>; answersPings?: boolean }

export async function openRawSocket(url: string, { headers = {}, answersPings = true }: Options = {}): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket`, { headers })
  const texts: string[] = []
  const frames: ServerFrame[] = []
  const ended = Promise.withResolvers<{ code: number; reason: string }>()
  let over = false
  socket.on('error', () => {})
  socket.on('close', (code, reason) => {
    over = true
    ended.resolve({ code, reason: reason.toString() })
  })
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8')
    const frame = JSON.parse(text) as ServerFrame // the server's word
    texts.push(text)
    frames.push(frame)
    if (frame.type === 'ping' && answersPings) say({ type: 'pong', nonce: frame.nonce })
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })

  function say(...said: (object | string)[]) {
    for (const frame of said) {
      if (socket.readyState !== socket.OPEN) return
      socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame))
    }
  }
  const heard = <T extends ServerFrame['type']>(type: T) => frames.filter((frame): frame is Frame<T> => frame.type === type)

  return {
    say,
    sayText: (bytes) => socket.send(bytes, { binary: false }),
    heard,
    hears: (type, count = 1) => present(() => (heard(type).length >= count ? heard(type).at(-1) : undefined)),
    frames: () => frames,
    text: () => texts.join('\n'),
    ended: ended.promise,
    hasEnded: () => over,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    leave: () => socket.terminate(),
  }
}

/** The answer to somebody who asks for a socket: 101 opens one. */
export function knock(url: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket`, { headers })
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('open', () => {
      resolve(101)
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

type Greeting = Partial<Pick<Hello, 'watch' | 'epoch' | 'version' | 'solution' | 'tab' | 'visible'>>

export const visitorHello = (token: string, { channel = MAIN, ...greeting }: Greeting & { channel?: ChannelId } = {}): Hello =>
  helloAs({ kind: 'visitor', token, channel }, greeting)

export const operatorHello = (greeting: Greeting = {}): Hello => helloAs({ kind: 'operator' }, greeting)

const helloAs = (as: Hello['as'], { watch = [], epoch = null, version = VERSION, ...more }: Greeting): Hello => ({
  type: 'hello',
  version,
  as,
  epoch,
  watch,
  ...more,
})
