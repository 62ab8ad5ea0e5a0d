import { done } from '@portico/protocol/answers'
import { lookAtResetBody, madeLink, mailResetBody, offerResetBody, resetAccount, resetBody } from '@portico/protocol/auth'
import { operatorId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { system } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { answerOf, json, no, NO_MAIL, NO_PUBLIC_URL, ok } from '../../platform/wire/answer.ts'
import { route } from '../../platform/wire/route.ts'
import { mayStillReset } from '../policy.ts'
import { findOperator, type Operator } from '../reads.ts'
import { findReset } from '../reads/resets.ts'
import { isOpen, RESET_MS } from '../reset.ts'
import { hashToken, mintToken } from '../token.ts'
import { hashNewPassword } from './hash-new-password.ts'
import { refuseProof } from './refuse-proof.ts'
import { waitForAccounts } from './wait-for-accounts.ts'

export const resetRoutes = [
  route({
    method: 'POST',
    path: '/api/operators/:id/reset',
    who: 'operator',
    about: 'Makes a link by which a colleague sets a new password.',
    params: s.object({ id: operatorId }),
    body: offerResetBody,
    answer: json(madeLink),
    run: async ({ actor, body: { clears }, clock, links, params, send }) => {
      if (links === undefined) return NO_PUBLIC_URL
      const token = mintToken()
      const offered = { type: 'reset.offer', operator: params.id, tokenHash: hashToken(token), clears } as const
      return answerOf(await send(offered, actor), { link: `${links}/reset#token=${token}`, expiresAt: clock.now() + RESET_MS })
    },
  }),
  route({
    method: 'POST',
    path: '/api/operators/:id/reset-mail',
    who: 'operator',
    about: 'Sends a colleague a link by which he sets a new password.',
    params: s.object({ id: operatorId }),
    body: mailResetBody,
    answer: json(done),
    run: async ({ actor, body, mails, params, send }) => {
      if (!mails) return NO_MAIL
      return answerOf(await send({ type: 'reset.mail', operator: params.id, ...body }, actor), {})
    },
  }),
  route({
    method: 'POST',
    path: '/api/reset/look',
    who: 'anyone',
    about: 'Whose account a link of reset is for.',
    body: lookAtResetBody,
    answer: json(resetAccount),
    run: async ({ reads, body: { token }, clock }) => {
      const operator = await personOf(reads, { token, at: clock.now() })
      return operator ? ok({ email: operator.email }) : no(404, 'not-found')
    },
  }),
  route({
    method: 'POST',
    path: '/api/reset',
    who: 'anyone',
    about: 'Sets a new password, with a link of reset.',
    body: resetBody,
    answer: json(resetAccount),
    run: async (ctx) => {
      const wait = await waitForAccounts(ctx)
      if (wait) return wait
      const { token, password } = ctx.body
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
  }),
]

/** Whose link it is, while it opens something. */
async function personOf(reads: Db, { token, at }: { token: string; at: number }): Promise<Operator | undefined> {
  const reset = await findReset(reads, hashToken(token))
  if (!reset || !isOpen(reset, at)) return undefined
  const [maker, person] = [await findOperator(reads, reset.by), await findOperator(reads, reset.operator)]
  return mayStillReset(maker, person) ? person : undefined
}
