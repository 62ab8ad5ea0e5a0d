import { changeEmailBody, changePasswordBody } from '@portico/protocol/auth'
import type * as s from '@portico/protocol/schema'
import { answerOf, no, ok, type Route } from '../../platform/wire/route.ts'
import { findOperator } from '../reads.ts'
import { readAccount } from '../reads/second-factors.ts'
import { hashNewPassword } from './hash-new-password.ts'
import { proveOwn } from './prove-own.ts'

/** One's own account. What it is changed by asks for the password again: an open session is not yet the person. */
export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/account',
    who: 'account',
    run: async ({ actor, unfinished, reads }) => {
      const account = actor ?? unfinished
      const operator = account?.kind === 'operator' ? await findOperator(reads, account.id) : undefined
      return operator ? ok(await readAccount(reads, operator)) : no(401, 'not-signed-in')
    },
  },
  {
    method: 'POST',
    path: '/api/account/password',
    who: 'operator',
    body: changePasswordBody,
    run: async (ctx) => {
      const { current, password } = ctx.body as s.Infer<typeof changePasswordBody> // parsed by the route's schema
      if (ctx.actor?.kind !== 'operator') return no(401, 'not-signed-in')
      const operator = await findOperator(ctx.reads, ctx.actor.id)
      if (!operator) return no(401, 'not-signed-in')
      const wrong = await proveOwn(ctx, ctx.actor, current)
      if (wrong) return wrong
      const hashed = await hashNewPassword(ctx, { password, words: [operator.name, operator.email] })
      if (hashed.state === 'refused') return hashed.answer
      return answerOf(await ctx.send({ type: 'password.change', passwordHash: hashed.passwordHash }, ctx.actor))
    },
  },
  {
    method: 'POST',
    path: '/api/account/email',
    who: 'operator',
    body: changeEmailBody,
    run: async (ctx) => {
      const { current, email } = ctx.body as s.Infer<typeof changeEmailBody> // parsed by the route's schema
      if (ctx.actor?.kind !== 'operator') return no(401, 'not-signed-in')
      const wrong = await proveOwn(ctx, ctx.actor, current)
      return wrong ?? answerOf(await ctx.send({ type: 'email.change', email }, ctx.actor))
    },
  },
]
