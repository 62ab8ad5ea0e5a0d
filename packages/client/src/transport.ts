import type { Challenge } from '@portico/protocol/challenge'
import type { ClientFrame, Hello, ServerFrame, ToldLimit } from '@portico/protocol/session'
import type { Clock, Fallbacks, Network } from './surroundings.ts'

/** Where a transport connects to, and as whom. */
export type Site = {
  origin: string
  as: Hello['as']
  clock: Clock
  network: Network
  fallbacks: Fallbacks
}

export type Ending = {
  code: number
  retryAfterMs?: number | undefined
  challenge?: Challenge | undefined
  limit?: ToldLimit | undefined
  /** Its beginning came and then nothing, not even the server's pings: something on the way keeps the rest. */
  heldBack?: boolean
}

/** What a transport tells whoever opened it. */
export type Listener = {
  /** Asked for at each beginning: cursors move. */
  hello: () => Hello
  heard: (frame: ServerFrame) => void
  /** It has ended by itself, or never began. Not called before the opener has returned. */
  ended: (why: Ending) => void
}

export type Transport = {
  say: (frame: Exclude<ClientFrame, Hello>) => void
  close: () => void
}

export type OpenTransport = (site: Site, listener: Listener) => Transport

/** The connection broke; the server has not said why. */
export const BROKEN: Ending = { code: 1006 }
