import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { mayBeSystem } from '../auth/policy.ts'
import { findOperator } from '../auth/reads.ts'
import { readChannelNames, readMemberships } from '../channels/reads.ts'
import { refuse } from '../platform/capability.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import type { PresenceEvent, Staffing } from './events.ts'
import type { Presences } from './index.ts'
import { LEASE_MS } from './lease.ts'
import { readAbsent, readPresence, readReachable, readStaffing } from './reads.ts'

export const commands: Presences['commands'] = {
  'availability.set': async (tx, { available }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const known = await readPresence(tx, actor.id)
    if (known && (known.availableAt !== null) === available) return []
    const presence = { operator: actor.id, availableAt: available ? now() : null, connectedAt: known?.connectedAt ?? null }
    return [{ type: 'availability.changed', presence, lobbies: await lobbiesIf(tx, presence) }]
  },
  'operator.appear': async (tx, { operator }, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    if (!(await findOperator(tx, operator))) return refuse('not-found')
    return [await appear(tx, operator, ctx.now())]
  },
  'operator.vanish': async (tx, { operator, unless }, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    const known = await readPresence(tx, operator)
    if (!known || known.connectedAt === null) return []
    if (unless === 'lease-renewed' && known.leaseUntil > ctx.now()) {
      return [{ type: 'lease.renewed', operators: [operator], leaseUntil: known.leaseUntil }]
    }
    const presence = { operator, availableAt: known.availableAt, connectedAt: null }
    const isColleague = (await findOperator(tx, operator))?.revokedAt === null
    return [{ type: 'operator.vanished', presence, lobbies: await lobbiesIf(tx, presence), isColleague }]
  },
  'lease.renew': async (tx, { operators }, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    // A server that stood still, or another one that he left, may have said meanwhile that he is gone.
    const lost = await readAbsent(tx, operators)
    const appeared = await Promise.all(lost.map((operator) => appear(tx, operator, ctx.now())))
    return [{ type: 'lease.renewed', operators, leaseUntil: ctx.now() + LEASE_MS }, ...appeared]
  },
  'lobby.refresh': async (tx, { channels }, { actor }) => {
    const refused = mayBeSystem(actor)
    if (refused) return refused
    const ids = channels === 'all' ? (await readChannelNames(tx)).map(({ id }) => id) : channels
    return [{ type: 'lobby.refreshed', lobbies: await Promise.all(ids.map((id) => readStaffing(tx, id))) }]
  },
}

async function appear(tx: Tx, operator: OperatorId, now: number): Promise<PresenceEvent> {
  const known = await readPresence(tx, operator)
  const presence = { operator, availableAt: known ? known.availableAt : now, connectedAt: known?.connectedAt ?? now }
  return { type: 'operator.appeared', presence, lobbies: await lobbiesIf(tx, presence), leaseUntil: now + LEASE_MS }
}

type Reach = { operator: OperatorId; availableAt: number | null; connectedAt: number | null }

/** The lobbies of his channels that this change makes staffed or leaves without anybody. */
async function lobbiesIf(db: Db, { operator, availableAt, connectedAt }: Reach): Promise<Staffing[]> {
  const reachable = availableAt !== null && connectedAt !== null
  const changed = await Promise.all(
    (await readMemberships(db, operator)).map((channel) => lobbyIf(db, { channel, operator, reachable })),
  )
  return changed.filter((lobby) => lobby !== undefined)
}

async function lobbyIf(
  db: Db,
  { channel, operator, reachable }: { channel: ChannelId; operator: OperatorId; reachable: boolean },
) {
  const before = await readReachable(db, channel)
  const staffed = reachable || before.some((id) => id !== operator)
  return staffed === before.length > 0 ? undefined : { channel, staffed }
}
