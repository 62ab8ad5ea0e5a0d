import { done } from '@portico/protocol/answers'
import { acceptInvitationBody, lookAtSetupBody, setupBody, signedIn, type SignedIn } from '@portico/protocol/auth'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { system } from '../../platform/actor.ts'
import { json, no, ok, refusedBy, type Answer } from '../../platform/wire/answer.ts'
import { route } from '../../platform/wire/route.ts'
import { SETUP_OFFER_MS } from '../account.ts'
import { hasOperators, isOffered } from '../reads.ts'
import { hashToken } from '../token.ts'
import { hashNewPassword } from './hash-new-password.ts'
import { refuseProof } from './refuse-proof.ts'
import { startSession, type Entrance } from './start-session.ts'
import { waitForAccounts } from './wait-for-accounts.ts'

const DEFAULT_CHANNEL = 'main' as ChannelId // the channel that every installation begins with

export const entryRoutes = [
  route({
    method: 'POST',
    path: '/api/setup/look',
    who: 'anyone',
    about: 'Whether a link of setup opens something, before anybody fills in a form.',
    body: lookAtSetupBody,
    answer: json(done),
    run: async ({ reads, body: { token }, clock }) => {
      const isGood = await isOffered(reads, { tokenHash: hashToken(token), since: clock.now() - SETUP_OFFER_MS })
      return isGood && !(await hasOperators(reads)) ? ok({}) : no(404, 'not-found')
    },
  }),
  route({
    method: 'POST',
    path: '/api/setup',
    who: 'anyone',
    about: 'Makes the owner’s account, with the link that the first start prints.',
    body: setupBody,
    answer: json(signedIn),
    run: async (ctx) => {
      const { token, siteName, colour, zone, ...account } = ctx.body
      const made = await makeAccount(ctx, { ...account, command: 'owner.create', token, words: [siteName] })
      if (made.status !== 200) return made
      await ctx.send({ type: 'site.rename', name: siteName }, system('auth'))
      await ctx.send({ type: 'channel.paint', channel: DEFAULT_CHANNEL, colour }, system('auth'))
      // One that nobody knows here is no reason to set up nothing: the site's days are then those of UTC until somebody chooses.
      if (zone !== undefined) await ctx.send({ type: 'site.choose-zone', zone }, system('auth'))
      return made
    },
  }),
  route({
    method: 'POST',
    path: '/api/invitations/accept',
    who: 'anyone',
    about: 'Makes the account that somebody was invited to.',
    body: acceptInvitationBody,
    answer: json(signedIn),
    run: async (ctx) => {
      const { token, name, email, password } = ctx.body
      return makeAccount(ctx, { name, email, password, command: 'operator.join', token, words: [] })
    },
  }),
]

type Wanted = {
  name: string
  email: string
  password: string
  token: string
  command: 'owner.create' | 'operator.join'
  words: readonly string[]
}

async function makeAccount(ctx: Entrance, { command, name, email, password, token, words }: Wanted): Promise<Answer<SignedIn>> {
  const wait = await waitForAccounts(ctx)
  if (wait) return wait
  const hashed = await hashNewPassword(ctx, { password, words: [name, email, ...words] })
  if (hashed.state === 'refused') return hashed.answer
  const operator = newId<OperatorId>(ctx.clock.now())
  const account = { operator, name, email, passwordHash: hashed.passwordHash, tokenHash: hashToken(token) }
  const outcome = await ctx.send({ type: command, ...account }, system('auth'))
  if (outcome.ok) return startSession(ctx, { operator })
  if (outcome.refused === 'not-found') await refuseProof(ctx, 'link', undefined)
  return refusedBy(outcome)
}
