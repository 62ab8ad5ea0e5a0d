import { lookAtResetBody, offerResetBody, resetBody } from '@portico/protocol/auth'
import { operatorId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { system } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { answerOf, no, NO_PUBLIC_URL, ok, type Route } from '../../platform/wire/route.ts'
import { mayStillReset } from '../policy.ts'
import { findOperator, type Operator } from '../reads.ts'
import { findReset } from '../reads/resets.ts'
import { isOpen, RESET_MS } from '../reset.ts'
import { hashToken, mintToken } from '../token.ts'
import { hashNewPassword } from './hash-new-password.ts'
import { refuseProof } from './refuse-proof.ts'
import { waitForAccounts } from './wait-for-accounts.ts'

export const resetRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/operators/:id/reset',
    who: 'operator',
    body: offerResetBody,
    run: async ({ actor, body, clock, links, params, send }) => {
      const operator = s.safeParse(operatorId, params.id)
      if (!actor || !operator.success) return no(404, 'not-found')
      if (links === undefined) return NO_PUBLIC_URL
      const { clears } = body as s.Infer<typeof offerResetBody> // parsed by the route's schema
      const token = mintToken()
      const offered = { type: 'reset.offer', operator: operator.data, tokenHash: hashToken(token), clears } as const
      return answerOf(await send(offered, actor), { link: `${links}/reset#token=${token}`, expiresAt: clock.now() + RESET_MS })
    },
  },
  {
    method: 'POST',
    path: '/api/reset/look',
    who: 'anyone',
    body: lookAtResetBody,
    run: async ({ reads, body, clock }) => {
      const { token } = body as s.Infer<typeof lookAtResetBody> // parsed by the route's schema
      const operator = await personOf(reads, { token, at: clock.now() })
      return operator ? ok({ email: operator.email }) : no(404, 'not-found')
    },
  },
  {
    method: 'POST',
    path: '/api/reset',
    who: 'anyone',
    body: resetBody,
    run: async (ctx) => {
      const wait = await waitForAccounts(ctx)
      if (wait) return wait
      const { token, password } = ctx.body as s.Infer<typeof resetBody> // parsed by the route's schema
      const operator = await personOf(ctx.reads, { token, at: ctx.clock.now() })
      if (!operator) {
        await refuseProof(ctx, 'link', undefined)
        return no(404, 'not-found')
      }
      const hashed = await hashNewPassword(ctx, { password, words: [operator.name, operator.email] })
      if (hashed.state === 'refused') return hashed.answer
      // No session begins: with a second factor, its code is asked for as always.
      const used = { type: 'reset.use', tokenHash: hashToken(token), passwordHash: hashed.passwordHash } as const
      return answerOf(await ctx.send(used, system('auth')), { email: operator.email })
    },
  },
]

/** Whose link it is, while it opens something. */
async function personOf(reads: Db, { token, at }: { token: string; at: number }): Promise<Operator | undefined> {
  const reset = await findReset(reads, hashToken(token))
  if (!reset || !isOpen(reset, at)) return undefined
  const [maker, person] = [await findOperator(reads, reset.by), await findOperator(reads, reset.operator)]
  return mayStillReset(maker, person) ? person : undefined
}
