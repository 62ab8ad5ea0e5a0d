import { done } from '@portico/protocol/answers'
import { accountView, changeEmailBody, changePasswordBody } from '@portico/protocol/auth'
import { answerOf, json, no, ok } from '../../platform/wire/answer.ts'
import { route } from '../../platform/wire/route.ts'
import { findOperator } from '../reads.ts'
import { readAccount } from '../reads/second-factors.ts'
import { hashNewPassword } from './hash-new-password.ts'
import { proveOwn } from './prove-own.ts'

/** One's own account. What it is changed by asks for the password again: an open session is not yet the person. */
export const accountRoutes = [
  route({
    method: 'GET',
    path: '/api/account',
    who: 'account',
    about: 'One’s own second factor, and of whom the site demands one.',
    answer: json(accountView),
    run: async ({ account, reads }) => {
      const operator = await findOperator(reads, account.id)
      return operator ? ok(await readAccount(reads, operator)) : no(401, 'not-signed-in')
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/password',
    who: 'operator',
    about: 'Changes one’s password; all other sessions end.',
    body: changePasswordBody,
    answer: json(done),
    run: async (ctx) => {
      const { current, password } = ctx.body
      const operator = await findOperator(ctx.reads, ctx.actor.id)
      if (!operator) return no(401, 'not-signed-in')
      const wrong = await proveOwn(ctx, ctx.actor, current)
      if (wrong) return wrong
      const hashed = await hashNewPassword(ctx, { password, words: [operator.name, operator.email] })
      if (hashed.state === 'refused') return hashed.answer
      return answerOf(await ctx.send({ type: 'password.change', passwordHash: hashed.passwordHash }, ctx.actor), {})
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/email',
    who: 'operator',
    about: 'Changes the e-mail address one signs in with.',
    body: changeEmailBody,
    answer: json(done),
    run: async (ctx) => {
      const { current, email } = ctx.body
      const wrong = await proveOwn(ctx, ctx.actor, current)
      return wrong ?? answerOf(await ctx.send({ type: 'email.change', email }, ctx.actor), {})
    },
  }),
]
