import type { ServerFrame } from '@portico/protocol/session'

/** The way out to one client. Whoever writes asks `queuedBytes` first; nothing is written around it. */
export type Outlet = {
  over: 'socket' | 'stream' | 'poll'
  write: (frame: string | Buffer) => void
  queuedBytes: () => number
  /** Resolves when what was written has left, or the connection has ended. */
  drained: () => Promise<void>
  close: (why: Why) => void
}

/** Why the server ends a connection. */
export type Why = Omit<Extract<ServerFrame, { type: 'close' }>, 'type'>
