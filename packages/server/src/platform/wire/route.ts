import type { IncomingMessage } from 'node:http'
import type { Outcome } from '@portico/protocol/outcome'
import type * as s from '@portico/protocol/schema'
import type { Actor, Authority } from '../actor.ts'
import type { AnyCommand } from '../capability.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import type { Limit } from './limit-hits.ts'
import type { Bucket } from './token-bucket.ts'

/** A request over HTTP that is not a frame: a read, or a command whose answer is a cookie or a secret. No logic here. */
export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  /**
   * Who may ask at all; what exactly he may is decided by policy, in the read or the command. `account` is an operator, and
   * somebody who is signed in and must finish his account before he is one: he has no authority.
   */
  who: 'anyone' | 'account' | 'operator' | 'visitor'
  body?: s.Schema
  /** Of what is asked behind the `?`; without one nothing asked there is looked at. */
  query?: s.Schema
  run: (ctx: RouteContext) => Promise<Answer>
}

export type Account = Extract<Actor, { kind: 'operator' }>

export type RouteContext = {
  reads: Db
  clock: Clock
  /** Present as far as the route's `who` asks. */
  actor: Actor | undefined
  authority: Authority | undefined
  /** Signed in, and not let in before the account has the second factor that is demanded of it. */
  unfinished: Account | undefined
  params: Record<string, string>
  query: unknown
  body: unknown
  request: IncomingMessage
  /** What limits count by: the address, or its /64. */
  prefix: string
  /** What links begin with; undefined where nobody has said, and the answer is NO_PUBLIC_URL. */
  links: string | undefined
  /** Asked by a page of this server, or by no page. */
  isOwnPage: boolean
  /** Of the device that has signed in here before; nothing says whose it is. */
  deviceToken: string | undefined
  /** Whoever forwards this request without being trusted to. */
  untrustedProxy: string | undefined
  send: (command: AnyCommand, as: Actor) => Promise<Outcome>
  /** Each route's own limiter, kept as long as the server runs. */
  limiter: (name: Limit, make: () => Bucket) => Bucket
  /** Counts a limit that is none of a limiter's. */
  hit: (limit: Limit) => void
}

export type Answer = {
  status: number
  /** A text is sent as it is, with the headers' type. */
  body?: object | string
  headers?: Record<string, string>
  cookie?: { value: string; maxAgeMs: number } | 'clear'
  /** By which this device is known again, whoever signs in on it. */
  deviceToken?: string
}

export const ok = (body: object | string, more: Omit<Answer, 'status' | 'body'> = {}): Answer => ({ status: 200, body, ...more })
export const no = (status: number, refused: string, more: { detail?: string; afterMs?: number } = {}): Answer => ({
  status,
  body: { refused, ...more },
})

export const NO_PUBLIC_URL = no(409, 'no-public-url', {
  detail: 'no link can be made: set PORTICO_URL to the address by which people reach this server',
})

/** The status that says the same as a refusal. */
export function answerOf(outcome: Outcome, body: object = {}, more: Omit<Answer, 'status' | 'body'> = {}): Answer {
  if (outcome.ok) return ok(body, more)
  return { status: STATUS[outcome.refused] ?? 409, body: outcome }
}

const STATUS: Partial<Record<string, number>> = { invalid: 400, forbidden: 403, 'not-found': 404, retry: 429, error: 500 }
