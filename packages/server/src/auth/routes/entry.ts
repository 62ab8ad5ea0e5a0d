import { acceptInvitationBody, setupBody } from '@portico/protocol/auth'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type * as s from '@portico/protocol/schema'
import { system } from '../../platform/actor.ts'
import { answerOf, type Answer, type Route, type RouteContext } from '../../platform/wire/route.ts'
import { hashToken } from '../token.ts'
import { hashNewPassword } from './hash-new-password.ts'
import { refuseProof } from './refuse-proof.ts'
import { startSession } from './start-session.ts'
import { waitForAccounts } from './wait-for-accounts.ts'

const DEFAULT_CHANNEL = 'main' as ChannelId // the channel that every installation begins with

export const entryRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/setup',
    who: 'anyone',
    body: setupBody,
    run: async (ctx) => {
      const { token, siteName, colour, ...account } = ctx.body as s.Infer<typeof setupBody> // parsed by the route's schema
      const made = await makeAccount(ctx, { ...account, command: 'owner.create', token, words: [siteName] })
      if (made.status !== 200) return made
      await ctx.send({ type: 'site.rename', name: siteName }, system('auth'))
      await ctx.send({ type: 'channel.paint', channel: DEFAULT_CHANNEL, colour }, system('auth'))
      return made
    },
  },
  {
    method: 'POST',
    path: '/api/invitations/accept',
    who: 'anyone',
    body: acceptInvitationBody,
    run: async (ctx) => {
      const { token, name, email, password } = ctx.body as s.Infer<typeof acceptInvitationBody> // parsed by the route's schema
      return makeAccount(ctx, { name, email, password, command: 'operator.join', token, words: [] })
    },
  },
]

type Asked = {
  name: string
  email: string
  password: string
  token: string
  command: 'owner.create' | 'operator.join'
  words: readonly string[]
}

async function makeAccount(ctx: RouteContext, { command, name, email, password, token, words }: Asked): Promise<Answer> {
  const wait = await waitForAccounts(ctx)
  if (wait) return wait
  const hashed = await hashNewPassword(ctx, { password, words: [name, email, ...words] })
  if (hashed.state === 'refused') return hashed.answer
  const operator = newId<OperatorId>(ctx.clock.now())
  const account = { operator, name, email, passwordHash: hashed.passwordHash, tokenHash: hashToken(token) }
  const outcome = await ctx.send({ type: command, ...account }, system('auth'))
  if (outcome.ok) return startSession(ctx, { operator })
  if (outcome.refused === 'not-found') await refuseProof(ctx, 'link', undefined)
  return answerOf(outcome)
}
