import type { Readable } from 'node:stream'
import type { RefusedAnswer, RequestRefusal } from '@portico/protocol/answers'
import type { Outcome, Refusal } from '@portico/protocol/outcome'
import type * as s from '@portico/protocol/schema'

/** What a route says, or why it does not. */
export type Answer<Body = unknown> = Given<Body> | Refused

type Given<Body> = {
  status: 200
  body: Body
  headers?: Record<string, string>
  cookie?: { value: string; maxAgeMs: number } | 'clear'
  /** By which this device is known again, whoever signs in on it. */
  deviceToken?: string
}
export type Refused = { status: RefusedStatus; body: RefusedAnswer }
type RefusedStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500 | 503

/** What a route's answer is made of: `json(schema)`, `file(...types)`, `stream(type)`. */
export type AnswerForm =
  | { kind: 'json'; schema: s.Schema }
  | { kind: 'file'; types: readonly string[] }
  | { kind: 'stream'; type: string }
/** What has a default may be missing: whoever reads it knows what stands there then. */
export type BodyOf<Form extends AnswerForm> = Form extends { kind: 'json'; schema: infer S extends s.Schema }
  ? s.Said<S>
  : Form extends { kind: 'file' }
    ? FileBody
    : Readable

/** `as: 'attachment'` is kept by a browser and never shown. */
export type FileBody = {
  name: string
  type: string
  as: 'inline' | 'attachment'
  bytes?: number
  content: string | Buffer | Readable
}

export const json = <S extends s.Schema>(schema: S): { kind: 'json'; schema: S } => ({ kind: 'json', schema })
export const file = (...types: readonly string[]): { kind: 'file'; types: readonly string[] } => ({ kind: 'file', types })
export const stream = (type: string): { kind: 'stream'; type: string } => ({ kind: 'stream', type })

export const ok = <Body>(body: Body, more: Omit<Given<Body>, 'status' | 'body'> = {}): Answer<Body> => ({
  status: 200,
  body,
  ...more,
})
export const no = (
  status: RefusedStatus,
  refused: RequestRefusal,
  more: { detail?: string; afterMs?: number; limit?: string } = {},
): Refused => ({ status, body: { refused, ...more } })

export const NO_PUBLIC_URL = no(409, 'no-public-url', {
  detail: 'no link can be made: set PORTICO_URL to the address by which people reach this server',
})

export const NO_MAIL = no(409, 'no-mail', { detail: 'no mails are sent: set SMTP_URL to the server that takes them' })

/** What a command's outcome comes to. */
export const answerOf = <Body>(outcome: Outcome, body: Body, more: Omit<Given<Body>, 'status' | 'body'> = {}): Answer<Body> =>
  outcome.ok ? ok(body, more) : refusedBy(outcome)

/** With the status that says the same as the refusal. */
export const refusedBy = (refusal: Refusal): Refused => ({ status: STATUS[refusal.refused] ?? 409, body: refusal })

const STATUS: Partial<Record<string, RefusedStatus>> = { invalid: 400, forbidden: 403, 'not-found': 404, retry: 429, error: 500 }
