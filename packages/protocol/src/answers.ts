// What requests over HTTP are answered with that are no frames. Whatever is not 200 has the body `refusedAnswer`; 409 and the like
// carry the refusal of a command. What a 200 holds is each route's own (docs/protocol.md, /api/openapi.json).
import { refusal } from './outcome.ts'
import { REFUSALS, type RefusalReason } from './refusals.ts'
import * as s from './schema.ts'

/** Every "no" a request can get that is none of a command's. */
export const REQUEST_REFUSALS = {
  'not-signed-in': 'no known token or session comes with it',
  'no-mail': 'no mails leave this server: nobody has said which one takes them',
  'no-public-url': 'no link can be made: nobody has said by which address people reach the server',
  'weak-password': 'a password that is tried first',
  'wrong-password': 'not the password of the account',
  'wrong-code': 'not the code of the second factor',
  'wrong-credentials': 'no account with this password',
  'file-size': 'the file is too large',
  'file-type': 'not a kind of file that is taken, or a picture that cannot be drawn',
  'code-needed': 'right so far; the code of the second factor is asked for too',
} as const

export type RequestRefusal = RefusalReason | keyof typeof REQUEST_REFUSALS

const REASONS = [...Object.keys(REFUSALS), ...Object.keys(REQUEST_REFUSALS)] as RequestRefusal[] // the keys of two const objects

export const refusedAnswer = s.object({
  ...refusal.shape,
  ok: s.optional(refusal.shape.ok),
  refused: s.literal(REASONS),
  // With `retry`: over which limit.
  limit: s.optional(s.string()),
})
/** Where there is nothing to say but that it was done. */
export const done = s.object({})

export type RefusedAnswer = s.Infer<typeof refusedAnswer>
