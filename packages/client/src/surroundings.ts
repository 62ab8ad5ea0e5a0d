import type { Page } from '@portico/protocol/conversations'
import type { Challenge, Solution } from '@portico/protocol/challenge'
import type { OpenTransport } from './transport.ts'

/** What a live connection needs of the world; tests move the clock by hand and own the network. */
export type Surroundings = {
  /** Where the server is, such as `https://chat.example.org`. */
  origin: string
  /** Keeps unanswered commands over page navigation; without it they live as long as the page. */
  storage?: OutboxStorage
  /**
   * Called with what to call on the window's `online` and the document's `visibilitychange`, what to call when somebody uses the
   * page, and what to call on the window's `offline`; returns the undoing.
   */
  wake?: (woken: () => void, used: () => void, offline: () => void) => () => void
  /** Whether anybody can see the page. */
  isVisible?: () => boolean
  /** Where the visitor is, as it may be told. */
  page?: () => Page | undefined
  clock?: Clock
  /** From 0 up to 1. */
  random?: () => number
  network?: Network
  solve?: Solve
  fallbacks?: Fallbacks
}

/** sessionStorage in browsers. It may throw: full, or forbidden by the browser's settings. */
export type OutboxStorage = {
  get: (key: string) => string | null
  set: (key: string, value: string) => void
  remove: (key: string) => void
}

export type Clock = {
  now: () => number
  /** Runs it once after so long, unless the returned function is called first. */
  after: (ms: number, run: () => void) => () => void
}

export type Network = {
  openSocket: (url: string) => Socket
  fetch: (url: string, request: RequestInit) => Promise<Response>
}

/** Undefined where it cannot be solved. */
export type Solve = (challenge: Challenge) => Promise<Solution | undefined>

/** Fetches what carries frames where no socket opens. */
export type Fallbacks = () => Promise<Record<'stream' | 'poll', OpenTransport>>

/** As much of a WebSocket as is used. */
export type Socket = {
  send: (data: string) => void
  close: () => void
  addEventListener(
    type: 'open' | 'message' | 'close',
    heard: (event: { type: string; data?: unknown; code?: number; reason?: string }) => void,
  ): void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export const systemNetwork: Network = {
  openSocket: (url) => new WebSocket(url),
  fetch: (url, request) => fetch(url, request),
}
