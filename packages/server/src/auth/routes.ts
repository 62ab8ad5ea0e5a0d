import { acceptInvitationBody, inviteBody, setupBody, signInBody } from '@portico/protocol/auth'
import type { ChannelId, OperatorId, SessionId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type * as s from '@portico/protocol/schema'
import { system } from '../platform/actor.ts'
import { deviceOf } from '../platform/wire/device.ts'
import { growingWait } from '../platform/wire/growing-wait.ts'
import { answerOf, no, NO_PUBLIC_URL, ok, type Answer, type Route, type RouteContext } from '../platform/wire/route.ts'
import { perMinute, tokenBucket } from '../platform/wire/token-bucket.ts'
import { INVITATION_MS, SESSION_MS } from './account.ts'
import type { Wait } from './events.ts'
import { hashPassword, isPassword } from './password.ts'
import { mayInvite } from './policy.ts'
import { findAccount, readSessions } from './reads.ts'
import { hashToken, mintToken } from './token.ts'

const MINUTE_MS = 60_000
const SIGN_INS = { free: 5, firstMs: 3 * MINUTE_MS, mostMs: 15 * MINUTE_MS, forgottenMs: 60 * MINUTE_MS }
const SIGN_INS_PER_PREFIX = { burst: 30, perMs: 30 / (15 * MINUTE_MS) }
const ACCOUNTS = { burst: 10, perMs: 10 / (60 * MINUTE_MS) }
const DEFAULT_CHANNEL = 'main' as ChannelId // the channel that every installation begins with

export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/setup',
    who: 'anyone',
    body: setupBody,
    run: async (ctx) => {
      const { token, siteName, colour, ...account } = ctx.body as s.Infer<typeof setupBody> // parsed by the route's schema
      const made = await makeAccount(ctx, { ...account, command: 'owner.create', token })
      if (made.status !== 200) return made
      await ctx.send({ type: 'site.rename', name: siteName }, system('auth'))
      await ctx.send({ type: 'channel.paint', channel: DEFAULT_CHANNEL, colour }, system('auth'))
      return made
    },
  },
  {
    method: 'POST',
    path: '/api/session',
    who: 'anyone',
    body: signInBody,
    run: async (ctx) => {
      const { email, password } = ctx.body as s.Infer<typeof signInBody> // parsed by the route's schema
      const now = ctx.clock.now()
      const account = `${email.toLowerCase()} ${ctx.prefix}`
      const tries = ctx.limiter('sign-in', () => growingWait(SIGN_INS))
      const triesOfPrefix = ctx.limiter('sign-in-of-address', () => tokenBucket(SIGN_INS_PER_PREFIX))
      const afterMs = Math.max(tries(account, now), triesOfPrefix(ctx.prefix, now))
      if (afterMs > 0) return haveWait(ctx, { wait: 'sign-in', afterMs })
      const found = await findAccount(ctx.reads, email)
      const right = await isPassword(password, found?.passwordHash)
      if (!right || !found || found.operator.revokedAt !== null) {
        await ctx.send({ type: 'proof.refuse', proof: 'password', operator: found?.operator.id }, system('auth'))
        return no(401, 'wrong-credentials')
      }
      // Only failures count: whoever knows the password may come and go, and from here his mistakes are forgotten.
      tries.giveBack(account)
      triesOfPrefix.giveBack(ctx.prefix)
      return startSession(ctx, found.operator.id)
    },
  },
  {
    method: 'DELETE',
    path: '/api/session',
    who: 'operator',
    run: async ({ actor, send }) => {
      if (actor?.kind !== 'operator') return no(401, 'not-signed-in')
      return answerOf(await send({ type: 'session.revoke', session: actor.session }, actor), {}, { cookie: 'clear' })
    },
  },
  {
    method: 'GET',
    path: '/api/sessions',
    who: 'operator',
    run: async ({ actor, reads, clock }) => {
      if (actor?.kind !== 'operator') return no(401, 'not-signed-in')
      return ok({ sessions: await readSessions(reads, { operator: actor.id, current: actor.session, at: clock.now() }) })
    },
  },
  {
    method: 'POST',
    path: '/api/invitations',
    who: 'operator',
    body: inviteBody,
    run: async ({ actor, authority, body, clock, links, send }) => {
      if (actor?.kind !== 'operator' || !authority || mayInvite(authority)) return no(403, 'forbidden')
      if (links === undefined) return NO_PUBLIC_URL
      const { role, channels } = body as s.Infer<typeof inviteBody> // parsed by the route's schema
      const token = mintToken()
      const outcome = await send({ type: 'operator.invite', tokenHash: hashToken(token), role, channels, by: actor.id }, actor)
      return answerOf(outcome, { link: `${links}/join#token=${token}`, expiresAt: clock.now() + INVITATION_MS })
    },
  },
  {
    method: 'POST',
    path: '/api/invitations/accept',
    who: 'anyone',
    body: acceptInvitationBody,
    run: async (ctx) => {
      const { token, name, email, password } = ctx.body as s.Infer<typeof acceptInvitationBody> // parsed by the route's schema
      return makeAccount(ctx, { name, email, password, command: 'operator.join', token })
    },
  },
]

type Asked = { name: string; email: string; password: string; token: string; command: 'owner.create' | 'operator.join' }

async function makeAccount(ctx: RouteContext, { command, name, email, password, token }: Asked): Promise<Answer> {
  const afterMs = ctx.limiter('accounts', () => tokenBucket(ACCOUNTS))(ctx.prefix, ctx.clock.now())
  if (afterMs > 0) return haveWait(ctx, { wait: 'accounts', afterMs })
  const operator = newId(ctx.clock.now()) as OperatorId // newId makes ids
  const account = { operator, name, email, passwordHash: await hashPassword(password), tokenHash: hashToken(token) }
  const outcome = await ctx.send({ type: command, ...account }, system('auth'))
  if (outcome.ok) return startSession(ctx, operator)
  if (outcome.refused === 'not-found') await ctx.send({ type: 'proof.refuse', proof: 'link' }, system('auth'))
  return answerOf(outcome)
}

/** Noted once a minute for each address: to be told to wait costs no more than that. */
async function haveWait(ctx: RouteContext, { wait, afterMs }: { wait: Wait; afterMs: number }): Promise<Answer> {
  const isNoted = ctx.limiter('waits-noted', () => perMinute(1))(`${wait} ${ctx.prefix}`, ctx.clock.now()) > 0
  if (!isNoted) await ctx.send({ type: 'wait.note', wait }, system('auth'))
  return no(429, 'retry', { afterMs })
}

async function startSession(ctx: RouteContext, operator: OperatorId): Promise<Answer> {
  const token = mintToken()
  const session = newId(ctx.clock.now()) as SessionId // newId makes ids
  const outcome = await ctx.send(
    { type: 'session.start', session, operator, tokenHash: hashToken(token), device: deviceOf(ctx.request) },
    system('auth'),
  )
  return answerOf(outcome, { operator }, { cookie: { value: token, maxAgeMs: SESSION_MS } })
}
