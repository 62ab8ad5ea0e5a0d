import { done } from '@portico/protocol/answers'
import {
  beginSecondFactorBody,
  confirmSecondFactorBody,
  newSecret,
  recoveryCodes,
  secondFactorBody,
} from '@portico/protocol/auth'
import type * as s from '@portico/protocol/schema'
import { system } from '../../platform/actor.ts'
import { answerOf, json, no, type Answer, type Refused } from '../../platform/wire/answer.ts'
import { route, type Account, type Asked, type RouteContext } from '../../platform/wire/route.ts'
import { hashRecoveryCode, mintRecoveryCodes } from '../recovery-code.ts'
import { findOperator } from '../reads.ts'
import { findSecondFactor } from '../reads/second-factors.ts'
import type { Shown } from '../second-factor.ts'
import { proveOwn } from './prove-own.ts'
import { refuseProof } from './refuse-proof.ts'
import { shownBy } from './shown-by.ts'
import { forgetTries, takeTry, type Try } from './take-try.ts'

/** Setting it up is for those too whom the site lets do nothing else yet. Secret and recovery codes are told once each. */
export const secondFactorRoutes = [
  route({
    method: 'POST',
    path: '/api/account/second-factor',
    who: 'account',
    about: 'Begins to set up a second factor. The secret is told once.',
    body: beginSecondFactorBody,
    answer: json(newSecret),
    run: begin,
  }),
  route({
    method: 'POST',
    path: '/api/account/second-factor/confirm',
    who: 'account',
    about: 'Shows that the authenticator works: from then on it is asked for. The recovery codes are told once.',
    body: confirmSecondFactorBody,
    answer: json(recoveryCodes),
    run: confirm,
  }),
  route({
    method: 'POST',
    path: '/api/account/second-factor/codes',
    who: 'operator',
    about: 'New recovery codes instead of the old ones, told once.',
    body: secondFactorBody,
    answer: json(recoveryCodes),
    run: async (ctx) => {
      const proof = await proveBoth(ctx)
      if (proof.state === 'refused') return proof.answer
      const codes = mintRecoveryCodes()
      const codeHashes = codes.map(hashRecoveryCode)
      return answerOf(await ctx.send({ type: 'recovery-codes.renew', shown: proof.shown, codeHashes }, ctx.actor), { codes })
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/account/second-factor',
    who: 'operator',
    about: 'Takes one’s second factor away, where the site does not demand one.',
    body: secondFactorBody,
    answer: json(done),
    run: async (ctx) => {
      const proof = await proveBoth(ctx)
      if (proof.state === 'refused') return proof.answer
      return answerOf(await ctx.send({ type: 'second-factor.remove', shown: proof.shown }, ctx.actor), {})
    },
  }),
]

type OfAccount<B> = RouteContext & { account: Account; body: B }

async function begin(ctx: OfAccount<s.Infer<typeof beginSecondFactorBody>>): Promise<Answer<s.Infer<typeof newSecret>>> {
  const operator = await findOperator(ctx.reads, ctx.account.id)
  if (!operator) return no(401, 'not-signed-in')
  const wrong = await proveOwn(ctx, ctx.account, ctx.body.current)
  if (wrong) return wrong
  const { mintSecret, uriOf } = await import('../authenticator.ts') // most sites' processes never need it
  const secret = mintSecret()
  const { id, session } = ctx.account
  const outcome = await ctx.send({ type: 'second-factor.begin', operator: id, session, secret }, system('auth'))
  return answerOf(outcome, { secret, uri: uriOf({ secret, email: operator.email, issuer: issuerOf(ctx) }) })
}

// An authenticator lists accounts by it: the host tells two installations apart.
const issuerOf = ({ links }: RouteContext): string => (links === undefined ? 'Portico' : new URL(links).host)

async function confirm(ctx: OfAccount<s.Infer<typeof confirmSecondFactorBody>>): Promise<Answer<s.Infer<typeof recoveryCodes>>> {
  const { code } = ctx.body
  const { id, session } = ctx.account
  const begun = await findSecondFactor(ctx.reads, id)
  if (!begun || begun.confirmedAt !== null) return no(404, 'not-found')
  const { stepOf } = await import('../authenticator.ts') // most sites' processes never need it
  const step = stepOf({ secret: begun.secret, code, at: ctx.clock.now() })
  if (step === undefined) return no(403, 'wrong-code')
  const codes = mintRecoveryCodes()
  const codeHashes = codes.map(hashRecoveryCode)
  const confirmed = { type: 'second-factor.confirm', operator: id, session, secret: begun.secret, step, codeHashes } as const
  return answerOf(await ctx.send(confirmed, system('auth')), { codes })
}

type Proof = { state: 'shown'; shown: Shown } | { state: 'refused'; answer: Refused }

/** What takes the second factor away, or doubles it, asks for both. */
async function proveBoth(ctx: Asked<'operator', undefined, undefined, typeof secondFactorBody>): Promise<Proof> {
  const { id, session } = ctx.actor
  const { current, code } = ctx.body
  const wrong = await proveOwn(ctx, ctx.actor, current)
  if (wrong) return { state: 'refused', answer: wrong }
  const tried: Try = { what: 'code', of: id, from: 'known-device', place: session, operator: id }
  const wait = await takeTry(ctx, tried)
  if (wait) return { state: 'refused', answer: wait }
  const shown = await shownBy(ctx, { operator: id, code })
  if (!shown) {
    await refuseProof(ctx, 'code', id)
    return { state: 'refused', answer: no(403, 'wrong-code') }
  }
  await forgetTries(ctx, [tried])
  return { state: 'shown', shown }
}
