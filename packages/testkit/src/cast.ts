import type { Role } from '@portico/protocol/auth'
import type { ChannelId, CommandId, OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import type { Hello } from '@portico/protocol/session'
import { hashPassword } from '@portico/server/auth/password'
import { hashToken, mintToken } from '@portico/server/auth/token'
import { system, type Actor } from '@portico/server/platform/actor'
import type { AnyCommand } from '@portico/server/platform/capability'
import { must } from '@portico/server/platform/must'
import { expect } from 'vitest'
import { MAIN } from './person.ts'
import { OTHER, PASSWORD, type Site } from './site.ts'

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
  /** Owns the place, and has left the main channel. */
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
  async function done(command: AnyCommand, actor: Actor = system('testkit')): Promise<void> {
    expect({ type: command.type, ...(await run(command, actor)) }).toEqual({ type: command.type, ok: true })
  }

  const passwordHash = must(await hashPassword(PASSWORD))

  async function newSession(id: OperatorId): Promise<OperatorCaller> {
    const token = mintToken()
    const session = newId<SessionId>()
    await done({ type: 'session.start', session, operator: id, tokenHash: hashToken(token), device: 'testkit' })
    const actor = { kind: 'operator', id, session } as const
    return { actor, id, session, headers: { cookie: `portico=${token}` }, as: { kind: 'operator' } }
  }

  async function newOperator(name: string, role: Role, channels: readonly ChannelId[]): Promise<OperatorCaller> {
    const id = newId<OperatorId>()
    const account = { operator: id, name, email: `${name.toLowerCase()}@example.org`, passwordHash }
    if (role === 'owner') {
      await done({ type: 'owner.create', ...account, tokenHash: hashToken(site.server.setupToken ?? '') })
    } else {
      const tokenHash = hashToken(mintToken())
      await done({ type: 'operator.invite', tokenHash, role, channels, by: root.id }, root.actor)
      await done({ type: 'operator.join', ...account, tokenHash })
    }
    await done({ type: 'channel.enroll', operator: id, channels })
    return newSession(id)
  }

  const root = await newOperator('Root', 'owner', [MAIN])
  await done({ type: 'channel.create', channel: OTHER, name: 'Wholesale' }, root.actor)
  const cast = {
    root,
    ann: await newOperator('Ann', 'operator', [MAIN]),
    bob: await newOperator('Bob', 'operator', [MAIN]),
    olaf: await newOperator('Olaf', 'operator', [OTHER]),
    ada: await newOperator('Ada', 'administrator', []),
    rick: await newOperator('Rick', 'operator', [MAIN]),
  }
  await done({ type: 'channel.leave', channel: MAIN, operator: root.id }, root.actor)
  await done({ type: 'operator.revoke', operator: cast.rick.id }, root.actor)

  return {
    ...cast,
    run,
    newSession,
    newOperator,
    newVisitor: async () => {
      const token = mintToken()
      const id = `v-${mintToken().slice(0, 22)}` as VisitorId // within an id's alphabet
      await done({ type: 'visitor.recognise', visitor: id, tokenHash: hashToken(token) })
      const as = { kind: 'visitor', token, channel: MAIN } as const
      return { actor: { kind: 'visitor', id }, id, token, headers: { authorization: `Bearer ${token}` }, as }
    },
  }
}
