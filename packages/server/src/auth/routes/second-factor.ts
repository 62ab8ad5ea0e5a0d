import { beginSecondFactorBody, confirmSecondFactorBody, secondFactorBody } from '@portico/protocol/auth'
import type * as s from '@portico/protocol/schema'
import { system } from '../../platform/actor.ts'
import { answerOf, no, type Answer, type Route, type RouteContext } from '../../platform/wire/route.ts'
import { hashRecoveryCode, mintRecoveryCodes } from '../recovery-code.ts'
import { findOperator } from '../reads.ts'
import { findSecondFactor } from '../reads/second-factors.ts'
import type { Shown } from '../second-factor.ts'
import { proveOwn } from './prove-own.ts'
import { refuseProof } from './refuse-proof.ts'
import { shownBy } from './shown-by.ts'
import { forgetTries, takeTry, type Try } from './take-try.ts'

/** Setting it up is for those too whom the site lets do nothing else yet. Secret and recovery codes are told once each. */
export const secondFactorRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/account/second-factor',
    who: 'account',
    body: beginSecondFactorBody,
    run: begin,
  },
  {
    method: 'POST',
    path: '/api/account/second-factor/confirm',
    who: 'account',
    body: confirmSecondFactorBody,
    run: confirm,
  },
  {
    method: 'POST',
    path: '/api/account/second-factor/codes',
    who: 'operator',
    body: secondFactorBody,
    run: async (ctx) => {
      const codes = mintRecoveryCodes()
      const codeHashes = codes.map(hashRecoveryCode)
      return withBoth(ctx, async (actor, shown) =>
        answerOf(await ctx.send({ type: 'recovery-codes.renew', shown, codeHashes }, actor), { codes }),
      )
    },
  },
  {
    method: 'DELETE',
    path: '/api/account/second-factor',
    who: 'operator',
    body: secondFactorBody,
    run: async (ctx) =>
      withBoth(ctx, async (actor, shown) => answerOf(await ctx.send({ type: 'second-factor.remove', shown }, actor))),
  },
]

async function begin(ctx: RouteContext): Promise<Answer> {
  const { current } = ctx.body as s.Infer<typeof beginSecondFactorBody> // parsed by the route's schema
  const account = ctx.actor ?? ctx.unfinished
  const operator = account?.kind === 'operator' ? await findOperator(ctx.reads, account.id) : undefined
  if (account?.kind !== 'operator' || !operator) return no(401, 'not-signed-in')
  const wrong = await proveOwn(ctx, account, current)
  if (wrong) return wrong
  const { mintSecret, uriOf } = await import('../authenticator.ts') // most sites' processes never need it
  const secret = mintSecret()
  const { id, session } = account
  const outcome = await ctx.send({ type: 'second-factor.begin', operator: id, session, secret }, system('auth'))
  return answerOf(outcome, { secret, uri: uriOf({ secret, email: operator.email, issuer: issuerOf(ctx) }) })
}

// An authenticator lists accounts by it: the host tells two installations apart.
const issuerOf = ({ links }: RouteContext): string => (links === undefined ? 'Portico' : new URL(links).host)

async function confirm(ctx: RouteContext): Promise<Answer> {
  const { code } = ctx.body as s.Infer<typeof confirmSecondFactorBody> // parsed by the route's schema
  const account = ctx.actor ?? ctx.unfinished
  if (account?.kind !== 'operator') return no(401, 'not-signed-in')
  const { id, session } = account
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

type Act = (actor: NonNullable<RouteContext['actor']>, shown: Shown) => Promise<Answer>

/** What takes the second factor away, or doubles it, asks for both. */
async function withBoth(ctx: RouteContext, act: Act): Promise<Answer> {
  const { current, code } = ctx.body as s.Infer<typeof secondFactorBody> // parsed by the route's schema
  if (ctx.actor?.kind !== 'operator') return no(401, 'not-signed-in')
  const wrong = await proveOwn(ctx, ctx.actor, current)
  if (wrong) return wrong
  const tried: Try = { what: 'code', of: ctx.actor.id, from: 'known-device', place: ctx.actor.session, operator: ctx.actor.id }
  const wait = await takeTry(ctx, tried)
  if (wait) return wait
  const shown = await shownBy(ctx, { operator: ctx.actor.id, code })
  if (!shown) {
    await refuseProof(ctx, 'code', ctx.actor.id)
    return no(403, 'wrong-code')
  }
  await forgetTries(ctx, [tried])
  return act(ctx.actor, shown)
}
