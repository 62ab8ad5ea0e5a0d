import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Presence } from '@portico/protocol/presence'
import { findOperator } from '../auth/reads.ts'
import { readMemberships } from '../channels/reads.ts'
import { isClosed } from '../hours/reads.ts'
import { refuse, type Decision } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { findLease } from '../platform/node-lease.ts'
import { internal } from '../platform/internal.ts'
import { findPortrait } from '../portraits/reads.ts'
import { isOpenTo } from './availability.ts'
import type { PresenceEvent, Staffing } from './events.ts'
import type { Presences } from './index.ts'
import { readConnections, readPresence, readReachable, readStaffing } from './reads.ts'
import { staffingOf, type Reachable } from './staffing.ts'

export const commands: Presences['commands'] = {
  'availability.set': async (tx, { availability }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const known = await readPresence(tx, actor.id)
    if (known?.availability === availability) return []
    const presence = { ...(known ?? firstPresence(actor.id, now())), availability, availabilityAt: now() }
    return [{ type: 'availability.changed', presence, lobbies: await lobbiesIf(tx, presence) }]
  },
  'operator.appear': internal(async (tx, { operator, node }, { now }): Promise<Decision<PresenceEvent>> => {
    const account = await findOperator(tx, operator)
    if (!account) return refuse('not-found')
    if (account.revokedAt !== null) return []
    const known = await readPresence(tx, operator)
    // Who opens a console does something.
    if (known && known.connectedAt !== null)
      return [{ type: 'connection.opened', node, presence: { ...known, idleSince: null }, isNews: known.idleSince !== null }]
    const presence = { ...(known ?? firstPresence(operator, now())), connectedAt: now(), idleSince: null }
    return [{ type: 'operator.appeared', presence, lobbies: await lobbiesIf(tx, presence), node }]
  }),
  'operator.vanish': internal(async (tx, { operator, node, beat }): Promise<Decision<PresenceEvent>> => {
    if (beat !== undefined && (await findLease(tx, node)) !== beat) return []
    const known = await readPresence(tx, operator)
    const others = node === 'all' ? [] : (await readConnections(tx, operator)).filter((other) => other.node !== node)
    const isColleague = (await findOperator(tx, operator))?.revokedAt === null
    if (known && others.length > 0) {
      const idleSince = idleOf(others)
      return [
        {
          type: 'connection.closed',
          node,
          presence: { ...known, idleSince },
          isNews: isColleague && idleSince !== known.idleSince,
        },
      ]
    }
    if (!known || known.connectedAt === null) return []
    const presence = { ...known, connectedAt: null, idleSince: null }
    return [{ type: 'operator.vanished', presence, lobbies: await lobbiesIf(tx, presence), isColleague }]
  }),
  'operator.idle': internal(async (tx, { operator, node, since }): Promise<Decision<PresenceEvent>> => {
    const known = await readPresence(tx, operator)
    const connections = await readConnections(tx, operator)
    if (!known || !connections.some((each) => each.node === node)) return []
    const idleSince = idleOf(connections.map((each) => (each.node === node ? { node, idleSince: since } : each)))
    const isColleague = (await findOperator(tx, operator))?.revokedAt === null
    const isNews = isColleague && idleSince !== known.idleSince
    return [{ type: 'connection.idled', node, since, presence: { ...known, idleSince }, isNews }]
  }),
  'node.renew': internal(async (_tx, { node }) => [{ type: 'node.renewed', node }]),
  'node.forget': internal(async (tx, { node, beat }) => {
    return (await findLease(tx, node)) === beat ? [{ type: 'node.forgotten', node }] : []
  }),
  'presence.tell': internal(async (tx, { operator }): Promise<Decision<PresenceEvent>> => {
    const known = await readPresence(tx, operator)
    const isColleague = (await findOperator(tx, operator))?.revokedAt === null
    return known && isColleague ? [{ type: 'presence.told', presence: known }] : []
  }),
  'lobby.refresh': internal(async (tx, { channels }) => [
    { type: 'lobby.refreshed', lobbies: await Promise.all(channels.map((id) => readStaffing(tx, id))) },
  ]),
}

/** He is idle who is so everywhere, since the last time he did something anywhere. */
function idleOf(connections: readonly { idleSince: number | null }[]): number | null {
  const since = connections.map(({ idleSince }) => idleSince).filter((each) => each !== null)
  return since.length === connections.length && since.length > 0 ? Math.max(...since) : null
}

/** Who comes for the first time is available: a new operator need not find the switch. */
const firstPresence = (operator: OperatorId, at: number): Presence => ({
  operator,
  availability: 'everybody',
  availabilityAt: at,
  connectedAt: null,
  idleSince: null,
})

/** The lobbies of his channels in which this change is seen. */
async function lobbiesIf(db: Db, { operator, availability, connectedAt }: Presence): Promise<Staffing[]> {
  const account = await findOperator(db, operator)
  const isReachable = isOpenTo(availability, 'external') && connectedAt !== null
  const portrait = await findPortrait(db, operator)
  const self = account && isReachable ? [{ id: operator, name: account.name, portrait }] : []
  const changed = await Promise.all(
    (await readMemberships(db, operator)).map((channel) => lobbyIf(db, { channel, operator, self })),
  )
  return changed.filter((lobby) => lobby !== undefined)
}

async function lobbyIf(
  db: Db,
  { channel, operator, self }: { channel: ChannelId; operator: OperatorId; self: readonly Reachable[] },
) {
  // While it is closed nobody is there for visitors, whoever comes or goes.
  if (await isClosed(db, channel)) return undefined
  const before = await readReachable(db, channel)
  const staffing = staffingOf(channel, [...before.filter(({ id }) => id !== operator), ...self])
  return JSON.stringify(staffing) === JSON.stringify(staffingOf(channel, before)) ? undefined : staffing
}
