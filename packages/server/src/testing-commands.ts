import type { ChannelId, ConversationId, LineId, OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Cast, Caller, VisitorCaller } from '@portico/testkit/cast'
import { MAIN } from '@portico/testkit/person'
import type { Site } from '@portico/testkit/site'
import { findInvitation } from './auth/reads/invitations.ts'
import { hashToken, mintToken } from './auth/token.ts'
import { newOptions } from './channels/channel.ts'
import type { AnyCommand } from './platform/capability.ts'
import { must } from './platform/must.ts'

/** Who sends it, and whose things it is about: made anew for each command, so that none can reach another's. */
export type Scene = { name: string; caller: Caller | undefined; victor: VisitorCaller; operator: OperatorId }

/** One command of each row of the tables, complete and well formed: whatever is refused is refused for who sends it. */
export function testingCommands(site: Site, cast: Cast): Record<string, (scene: Scene) => AnyCommand | Promise<AnyCommand>> {
  return {
    "session.revoke of one's own": async ({ name, operator }) => {
      const session = name === 'rick' ? cast.rick.session : (await cast.newSession(operator)).session
      return { type: 'session.revoke', session }
    },
    "session.revoke of another's": () => ({ type: 'session.revoke', session: cast.bob.session }),
    'session.revoke-others': () => ({ type: 'session.revoke-others' }),
    'operator.change-role of an operator': async () => ({
      type: 'operator.change-role',
      operator: await spare('operator'),
      role: 'administrator',
    }),
    'operator.change-role of the owner': () => ({ type: 'operator.change-role', operator: cast.root.id, role: 'operator' }),
    'invitation.cancel': async () => {
      const tokenHash = newHash()
      await cast.run({ type: 'operator.invite', tokenHash, role: 'operator', channels: [], by: cast.root.id }, cast.root.actor)
      const invitation = await findInvitation(site.server.store.reads, tokenHash)
      return { type: 'invitation.cancel', invitation: must(invitation).id }
    },
    'second-factor.demand': () => ({ type: 'second-factor.demand', of: 'nobody' }),
    'operator.rename': () => ({ type: 'operator.rename', name: 'Somebody' }),
    'operator.revoke of an operator': async () => ({ type: 'operator.revoke', operator: await spare('operator') }),
    'operator.revoke of an administrator': async () => ({ type: 'operator.revoke', operator: await spare('administrator') }),
    'operator.revoke of the owner': () => ({ type: 'operator.revoke', operator: cast.root.id }),
    'operator.revoke of oneself': ({ operator }) => ({ type: 'operator.revoke', operator }),
    'site.rename': () => ({ type: 'site.rename', name: 'Barro e Sal' }),
    'channel.create': () => ({ type: 'channel.create', channel: newChannel(), name: 'Fairs' }),
    'channel.configure': async () => ({ type: 'channel.configure', channel: await channelOf(), options: newOptions('Fairs') }),
    'channel.join of another': async () => ({ type: 'channel.join', channel: await channelOf(), operator: cast.bob.id }),
    'channel.join of oneself': async ({ operator }) => ({ type: 'channel.join', channel: await channelOf(), operator }),
    'channel.leave of another': async () => ({
      type: 'channel.leave',
      channel: await channelOf(cast.bob.id),
      operator: cast.bob.id,
    }),
    'channel.leave of oneself': async ({ operator }) => ({
      type: 'channel.leave',
      channel: await channelOf(operator),
      operator,
    }),
    'availability.set': () => ({ type: 'availability.set', available: true }),
    'conversation.open': () => ({ ...opening(), conversation: newId<ConversationId>() }),
    "conversation.open under another's id": async () => ({ ...opening(), ...(await requested(await cast.newVisitor())) }),
    'message.send': async ({ victor }) => ({ type: 'message.send', ...(await active(victor)), line: newLine(), text: 'Well?' }),
    'note.write': async ({ victor }) => ({ type: 'note.write', ...(await active(victor)), line: newLine(), text: 'Hm.' }),
    'conversation.accept': async ({ victor }) => ({ type: 'conversation.accept', ...(await requested(victor)) }),
    'conversation.close': async ({ victor }) => ({ type: 'conversation.close', ...(await active(victor)) }),
    'read.mark': async ({ victor }) => {
      const conversation = await active(victor)
      const line = newLine()
      await cast.run({ type: 'message.send', ...conversation, line, text: 'And?' }, victor.actor)
      return { type: 'read.mark', ...conversation, line }
    },
    'read.mark of a note': async ({ victor }) => {
      const conversation = await active(victor)
      const line = newLine()
      await cast.run({ type: 'note.write', ...conversation, line, text: 'Be kind.' }, cast.ann.actor)
      return { type: 'read.mark', ...conversation, line }
    },

    'setup.offer': () => ({ type: 'setup.offer', tokenHash: newHash() }),
    'owner.create': () => ({ type: 'owner.create', ...account(), tokenHash: hashToken(site.server.setupToken ?? '') }),
    'operator.invite': ({ operator }) => ({
      type: 'operator.invite',
      tokenHash: newHash(),
      role: 'operator',
      channels: [],
      by: operator,
    }),
    'operator.join': async () => {
      const tokenHash = newHash()
      const invite = { type: 'operator.invite', tokenHash, role: 'operator', channels: [], by: cast.root.id } as const
      await cast.run(invite, cast.root.actor)
      return { type: 'operator.join', ...account(), tokenHash }
    },
    'session.start': ({ operator }) => ({
      type: 'session.start',
      session: newId<SessionId>(),
      operator,
      tokenHash: newHash(),
      device: '',
    }),
    'try.take': () => ({ type: 'try.take', key: newHash(), from: 'anywhere' }),
    'try.give-back': () => ({ type: 'try.give-back', key: newHash() }),
    'try.forget': () => ({ type: 'try.forget', keys: [newHash()] }),
    'password.change': () => ({ type: 'password.change', passwordHash: 'none' }),
    'email.change': () => ({ type: 'email.change', email: `${newId()}@example.org` }),
    'reset.offer of an operator': async () => offered(await spare('operator')),
    'reset.offer of the owner': () => offered(cast.root.id),
    'reset.offer of oneself': ({ operator }) => offered(operator),
    'reset.use': async () => {
      const { tokenHash, ...offer } = offered(await spare('operator'))
      await cast.run({ ...offer, tokenHash }, cast.root.actor)
      return { type: 'reset.use', tokenHash, passwordHash: 'none' }
    },
    'second-factor.begin': () => ({ type: 'second-factor.begin', ...own(), secret: newHash() }),
    'second-factor.confirm': () => ({
      type: 'second-factor.confirm',
      ...own(),
      secret: newHash(),
      step: 1,
      codeHashes: [newHash()],
    }),
    'second-factor.remove': () => ({ type: 'second-factor.remove', shown: { kind: 'code', since: 1, step: 1 } }),
    'recovery-codes.renew': () => ({
      type: 'recovery-codes.renew',
      shown: { kind: 'code', since: 1, step: 1 },
      codeHashes: [newHash()],
    }),
    'visitor.recognise': () => ({ type: 'visitor.recognise', visitor: newId<VisitorId>(), tokenHash: newHash() }),
    'proof.refuse': ({ operator }) => ({ type: 'proof.refuse', proof: 'password', operator }),
    'wait.note': () => ({ type: 'wait.note', wait: 'sign-in' }),
    'channel.paint': async () => ({ type: 'channel.paint', channel: await channelOf(), colour: '#8a3b26' }),
    'channel.enroll': async () => ({ type: 'channel.enroll', operator: cast.bob.id, channels: [await channelOf()] }),
    'operator.appear': ({ operator }) => ({ type: 'operator.appear', operator }),
    'operator.vanish': ({ operator }) => ({ type: 'operator.vanish', operator, unless: 'never' }),
    'lease.renew': ({ operator }) => ({ type: 'lease.renew', operators: [operator] }),
    'lobby.refresh': () => ({ type: 'lobby.refresh', channels: 'all' }),
    'conversation.bear-with-us': async ({ victor }) => ({ type: 'conversation.bear-with-us', ...(await requested(victor)) }),
    'conversation.release': async ({ victor }) => ({
      type: 'conversation.release',
      ...(await active(victor)),
      operator: cast.ann.id,
    }),
  }

  function own() {
    return { operator: cast.bob.id, session: cast.bob.session }
  }
  async function spare(role: 'operator' | 'administrator'): Promise<OperatorId> {
    return (await cast.newOperator(newId(), role, [])).id
  }
  async function requested(victor: VisitorCaller): Promise<{ conversation: ConversationId }> {
    const conversation = newId<ConversationId>()
    await cast.run({ ...opening(), conversation }, victor.actor)
    return { conversation }
  }
  async function active(victor: VisitorCaller): Promise<{ conversation: ConversationId }> {
    const request = await requested(victor)
    await cast.run({ type: 'conversation.accept', ...request }, cast.ann.actor)
    return request
  }
  async function channelOf(...members: OperatorId[]): Promise<ChannelId> {
    const channel = newChannel()
    await cast.run({ type: 'channel.create', channel, name: 'Fairs' }, cast.root.actor)
    for (const operator of members) await cast.run({ type: 'channel.join', channel, operator }, cast.root.actor)
    return channel
  }
}

const newLine = () => newId<LineId>()
const newChannel = () => newId<ChannelId>()
const offered = (operator: OperatorId) => ({ type: 'reset.offer', operator, tokenHash: newHash(), clears: 'nothing' }) as const
const newHash = () => hashToken(mintToken())
const opening = () => ({ type: 'conversation.open', channel: MAIN, line: newLine(), text: 'Hello', introduction: {} }) as const
const account = () => ({
  operator: newId<OperatorId>(),
  name: 'New',
  email: `${newId()}@example.org`,
  passwordHash: 'none',
})
