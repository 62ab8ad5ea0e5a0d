/** The way out to one client. Whoever writes asks `queuedBytes` first; nothing is written around it. */
export type Outlet = {
  over: 'socket' | 'stream' | 'poll'
  write: (frame: string | Buffer) => void
  queuedBytes: () => number
  /** Resolves when what was written has left, or the connection has ended. */
  drained: () => Promise<void>
  close: (why: { code: number; reason: string; retryAfterMs?: number }) => void
}
