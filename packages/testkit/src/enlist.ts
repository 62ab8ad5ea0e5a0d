import type { ChannelId, CommandId, OperatorId, SessionId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { hashToken, mintToken } from '@portico/server/auth/token'
import { system } from '@portico/server/platform/actor'
import type { AnyCommand } from '@portico/server/platform/capability'
import { expect } from 'vitest'
import { MAIN, operator, type Operator, type Place } from './person.ts'
import type { StaffedSite } from './site.ts'

/** Many operators at once: their accounts are made by the road itself, without the limits and the hashing of HTTP. */
export async function enlist(
  site: StaffedSite,
  name: string,
  { channels = [MAIN], on = site }: { channels?: readonly ChannelId[]; on?: Place } = {},
): Promise<Operator> {
  const invitation = mintToken()
  const cookie = mintToken()
  const id = newId<OperatorId>()
  const account = { operator: id, name, email: `${name}@example.org`, passwordHash: 'none', tokenHash: hashToken(invitation) }
  const commands: AnyCommand[] = [
    { type: 'operator.invite', tokenHash: hashToken(invitation), role: 'operator', channels, by: site.root.id },
    { type: 'operator.join', ...account },
    { type: 'channel.enroll', operator: id, channels },
    { type: 'session.start', session: newId<SessionId>(), operator: id, tokenHash: hashToken(cookie), device: 'testkit' },
  ]
  for (const command of commands) {
    const actor = command.type === 'operator.invite' ? await rootOf(site) : system('testkit')
    const outcome = await site.server.store.road.run({
      id: newId<CommandId>(site.clock.now()),
      command,
      actor,
      at: site.clock.now(),
    }) // newId makes ids
    expect(outcome).toEqual({ ok: true })
  }
  return operator(on, name, { id, cookie: `portico=${cookie}` })
}

async function rootOf(site: StaffedSite) {
  const response = await site.root.request('/api/sessions')
  const { sessions } = (await response.json()) as { sessions: { id: SessionId }[] } // the route's answer
  return { kind: 'operator', id: site.root.id, session: sessions[0]?.id ?? ('none' as SessionId) } as const // a session that is not there is refused
}
