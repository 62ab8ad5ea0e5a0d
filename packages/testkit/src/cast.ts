import type { Role } from '@portico/protocol/auth'
import type { ChannelId, CommandId, OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import type { Hello } from '@portico/protocol/session'
import { hashToken, mintToken } from '@portico/server/auth/token'
import type { Actor } from '@portico/server/platform/actor'
import type { AnyCommand } from '@portico/server/platform/capability'
import { makeAccount, startSession, succeed, type Account } from './account.ts'
import { MAIN } from './person.ts'
import { OTHER, type Site } from './site.ts'

/** Somebody who asks: as the road knows him, and as the wire does. */
export type Caller = { actor: Actor; headers: Record<string, string>; as: Hello['as'] }
export type OperatorCaller = Caller & { id: OperatorId; session: SessionId }
export type VisitorCaller = Caller & { id: VisitorId; token: string }

/** Everybody who could ask for something, with nothing but credentials. */
export type Cast = {
  /** Answers in the main channel, as does Bob. */
  ann: OperatorCaller
  bob: OperatorCaller
  /** Answers in another channel. */
  olaf: OperatorCaller
  /** Administers, and is a member of no channel. */
  ada: OperatorCaller
  /** Owns the place, and has no level in the main channel. */
  root: OperatorCaller
  /** Was an operator of the main channel. */
  rick: OperatorCaller
  newVisitor: () => Promise<VisitorCaller>
  newOperator: (name: string, role: Role, channels: readonly ChannelId[]) => Promise<OperatorCaller>
  newSession: (operator: OperatorId) => Promise<OperatorCaller>
  run: (command: AnyCommand, actor: Actor) => Promise<Outcome>
}

/** Made by the road itself, without the limits and the hashing of HTTP. */
export async function openCast(site: Site): Promise<Cast> {
  const run = (command: AnyCommand, actor: Actor) => {
    const at = site.clock.now()
    return site.server.store.road.run({ id: newId<CommandId>(at), command, actor, at })
  }
  const hire = async (name: string, role: Role, channels: readonly ChannelId[]) =>
    caller(await makeAccount(site, { name, role, channels, by: owner }))

  const owner = await makeAccount(site, { name: 'Root', role: 'owner', channels: [MAIN] })
  const root = caller(owner)
  await succeed(site, { type: 'channel.create', channel: OTHER, name: 'Wholesale' }, root.actor)
  const cast = {
    root,
    ann: await hire('Ann', 'operator', [MAIN]),
    bob: await hire('Bob', 'operator', [MAIN]),
    olaf: await hire('Olaf', 'operator', [OTHER]),
    ada: await hire('Ada', 'administrator', []),
    rick: await hire('Rick', 'operator', [MAIN]),
  }
  await succeed(site, { type: 'channel.leave', channel: MAIN, operator: root.id }, root.actor)
  const to = { kind: 'operator', id: root.id } as const
  await succeed(site, { type: 'channel.grant', channel: MAIN, to, level: null }, root.actor)
  await succeed(site, { type: 'operator.revoke', operator: cast.rick.id }, root.actor)

  return {
    ...cast,
    run,
    newSession: async (operator) => caller(await startSession(site, operator)),
    newOperator: hire,
    newVisitor: async () => {
      const token = mintToken()
      const id = `v-${mintToken().slice(0, 22)}` as VisitorId // within an id's alphabet
      await succeed(site, { type: 'visitor.recognise', visitor: id, tokenHash: hashToken(token) })
      const as = { kind: 'visitor', token, channel: MAIN } as const
      return { actor: { kind: 'visitor', id }, id, token, headers: { authorization: `Bearer ${token}` }, as }
    },
  }
}

const caller = ({ actor, id, session, cookie }: Account): OperatorCaller => ({
  actor,
  id,
  session,
  headers: { cookie },
  as: { kind: 'operator' },
})
