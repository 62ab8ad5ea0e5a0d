import type { Role } from '@portico/protocol/auth'
import type { ChannelId, CommandId, OperatorId, SessionId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { hashToken, mintToken } from '@portico/server/auth/token'
import { system, type Actor } from '@portico/server/platform/actor'
import type { AnyCommand } from '@portico/server/platform/capability'
import type { Clock } from '@portico/server/platform/clock'
import type { PorticoServer } from '@portico/server/server'
import { expect } from 'vitest'

export const PASSWORD = 'correct horse battery'
/** Of PASSWORD, at a cost that no shipped code would take: a hash says itself what it costs to compare with. */
const PASSWORD_HASH = '$argon2id$v=19$m=8,t=1,p=1$VO7ndUQhBXUdkTFfCu26tg$O9U4PBylIGeROudIy/9Y+IiDA/Am1WdMy00gTPv23AY'

export type Account = { id: OperatorId; session: SessionId; cookie: string; actor: Extract<Actor, { kind: 'operator' }> }
type Town = { server: PorticoServer; clock: Clock }
type Wanted = { name: string; role: Role; channels: readonly ChannelId[]; by?: Account }

/** Somebody signed in, made by the road itself, without the limits and the hashing of HTTP. The owner is invited by nobody. */
export async function makeAccount(site: Town, { name, role, channels, by }: Wanted): Promise<Account> {
  const operator = newId<OperatorId>(site.clock.now())
  const account = { operator, name, email: `${name.toLowerCase()}@example.org`, passwordHash: PASSWORD_HASH }
  if (by) {
    const tokenHash = hashToken(mintToken())
    await succeed(site, { type: 'operator.invite', tokenHash, role, channels, by: by.id }, by.actor)
    await succeed(site, { type: 'operator.join', ...account, tokenHash })
  } else {
    await succeed(site, { type: 'owner.create', ...account, tokenHash: hashToken(site.server.setupToken ?? '') })
  }
  await succeed(site, { type: 'channel.enroll', operator, channels })
  return startSession(site, operator)
}

export async function startSession(site: Town, operator: OperatorId): Promise<Account> {
  const token = mintToken()
  const session = newId<SessionId>(site.clock.now())
  await succeed(site, { type: 'session.start', session, operator, tokenHash: hashToken(token), device: 'testkit' })
  return { id: operator, session, cookie: `portico=${token}`, actor: { kind: 'operator', id: operator, session } }
}

/** Runs a command that nothing refuses. */
export async function succeed({ server, clock }: Town, command: AnyCommand, actor: Actor = system('testkit')): Promise<void> {
  const at = clock.now()
  const outcome = await server.store.road.run({ id: newId<CommandId>(at), command, actor, at })
  expect({ type: command.type, ...outcome }).toEqual({ type: command.type, ok: true })
}
