import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'
import { system } from '../platform/actor.ts'
import type { Db } from '../platform/db/database.ts'
import type { Road } from '../platform/road.ts'
import { findAccount } from './reads.ts'
import { RESET_MS } from './reset.ts'
import { hashToken, mintToken } from './token.ts'

/** Asked at the terminal of the machine: a link by which somebody sets a new password. */
export const resetQuestion = s.object({
  ask: s.literal('reset-password'),
  email: s.string(),
  clears: s.literal(['nothing', 'second-factor']),
})
export const resetAnswer = s.variant('state', [
  s.object({ state: s.literal('made'), link: s.string(), expiresAt: s.instant() }),
  s.object({ state: s.literal('unknown') }),
  s.object({ state: s.literal('withdrawn') }),
  s.object({ state: s.literal('refused'), refused: s.string() }),
])
export type ResetQuestion = s.Infer<typeof resetQuestion>
export type ResetAnswer = s.Infer<typeof resetAnswer>

type Given = { reads: Db; road: Road; now: () => number; links: string }

/** Whoever may write to where everything is kept could as well change the password itself: nobody's right is asked for. */
export async function printReset({ reads, road, now, links }: Given, { email, clears }: ResetQuestion): Promise<ResetAnswer> {
  const account = await findAccount(reads, email.trim())
  if (!account) return { state: 'unknown' }
  if (account.operator.revokedAt !== null) return { state: 'withdrawn' }
  const token = mintToken()
  const at = now()
  const command = { type: 'reset.print', operator: account.operator.id, tokenHash: hashToken(token), clears } as const
  const outcome = await road.run({ id: newId<CommandId>(at), command, actor: system('auth'), at })
  if (!outcome.ok) return { state: 'refused', refused: outcome.refused }
  return { state: 'made', link: `${links}/reset#token=${token}`, expiresAt: at + RESET_MS }
}
