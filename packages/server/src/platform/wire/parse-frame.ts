import type { CommandId } from '@portico/protocol/ids'
import { commandId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { clientFrame, hello, type ClientFrame } from '@portico/protocol/session'

export type Parsed =
  | { state: 'frame'; frame: ClientFrame }
  /** A command that is not of the protocol. Its id can be read, so it gets its answer like any other. */
  | { state: 'refused'; id: CommandId; detail: string }
  /** Newer than this server: ignored, and said to be. */
  | { state: 'unknown'; detail: string }
  | { state: 'bad'; detail: string }

/** What a client has said, or what is wrong with it. */
export function parseFrame(text: string): Parsed {
  const json = parseJson(text)
  if (json === undefined) return { state: 'bad', detail: 'not JSON' }
  const parsed = s.safeParse(clientFrame, json)
  if (parsed.success) return { state: 'frame', frame: parsed.data }
  const typed = s.safeParse(anyFrame, json)
  if (typed.success && !Object.hasOwn(KNOWN, typed.data.type)) return { state: 'unknown', detail: typed.data.type.slice(0, 40) }
  const [issue] = parsed.error.issues
  const detail = `not a frame: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`
  const command = s.safeParse(anyCommand, json)
  return command.success ? { state: 'refused', id: command.data.id, detail } : { state: 'bad', detail }
}

/** The same of what comes first. Nothing else is looked at before it is known who speaks. */
export function parseHello(text: string): Parsed {
  const json = parseJson(text)
  const typed = s.safeParse(anyFrame, json)
  if (!typed.success || typed.data.type !== 'hello') return { state: 'bad', detail: 'hello comes first' }
  const parsed = s.safeParse(hello, json)
  if (parsed.success) return { state: 'frame', frame: parsed.data }
  const [issue] = parsed.error.issues
  return { state: 'bad', detail: `not a hello: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` }
}

const anyFrame = s.object({ type: s.string() })
const anyCommand = s.object({ type: s.literal('command'), id: commandId })
const KNOWN: { [T in ClientFrame['type']]: true } = {
  hello: true,
  command: true,
  watch: true,
  unwatch: true,
  fleeting: true,
  attention: true,
  ping: true,
  pong: true,
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}
