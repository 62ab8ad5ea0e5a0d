// The answer to a command, the same for every retry of its id. `positions` are where its entries stand in the topics that
// the sender may read; `conversation` is named by conversation.open, which may have found one open already. A refusal is an
// answer too. `retry` and `early` are not kept: they never turn a bubble to failed.
import { challenge } from './challenge.ts'
import { conversationId, operatorId } from './ids.ts'
import { REFUSALS, type RefusalReason } from './refusals.ts'
import * as s from './schema.ts'

const REASONS = Object.keys(REFUSALS) as RefusalReason[] // the keys of a const object are its reasons

export const accepted = s.object({ ok: s.literal(true), conversation: s.optional(conversationId) })
export const refusal = s.object({
  ok: s.literal(false),
  refused: s.literal(REASONS),
  by: s.optional(s.object({ id: operatorId, name: s.string() })),
  afterMs: s.optional(s.int()),
  // With `stale` and `early`.
  now: s.optional(s.instant()),
  // With `retry`: how not to wait.
  challenge: s.optional(challenge),
  detail: s.optional(s.string()),
})
export const outcome = s.union([accepted, refusal])

export type Accepted = s.Infer<typeof accepted>
export type Refusal = s.Infer<typeof refusal>
export type Outcome = s.Infer<typeof outcome>
