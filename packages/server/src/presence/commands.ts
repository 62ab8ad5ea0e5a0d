import { isDeepStrictEqual } from 'node:util'
import type { PresenceRules } from '@portico/protocol/presence'
import { findOperator } from '../auth/reads.ts'
import { refuse, type Decision } from '../platform/capability.ts'
import { findLease } from '../platform/node-lease.ts'
import { internal } from '../platform/internal.ts'
import { mayRenameSite } from '../workspace/policy.ts'
import type { PresenceEvent } from './events.ts'
import { followLogin } from './follow-login.ts'
import type { Presences } from './index.ts'
import { firstPresence } from './first-presence.ts'
import { lobbiesIf } from './lobbies-if.ts'
import { readConnections, readPresence, readPresenceRules, readStaffing } from './reads.ts'

export const commands: Presences['commands'] = {
  'availability.set': async (tx, { availability }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const known = await readPresence(tx, actor.id)
    const isSame = known?.availability === availability
    // Who was lowered and leaves it at that has chosen it.
    if (isSame && known.loweredAt === null) return []
    const availabilityAt = isSame ? known.availabilityAt : now()
    const presence = { ...(known ?? firstPresence(actor.id, now())), availability, availabilityAt, loweredAt: null }
    return [{ type: 'availability.changed', presence, lobbies: await lobbiesIf(tx, presence) }]
  },
  'presence.configure': async (tx, chosen, { actor, now }) => {
    const refused = mayRenameSite(actor)
    if (refused) return refused
    const before = await readPresenceRules(tx)
    const rules: PresenceRules = {
      lowersAtSignIn: chosen.lowersAtSignIn ?? before.lowersAtSignIn,
      repeatsNotice: chosen.repeatsNotice ?? before.repeatsNotice,
      operatorAwayMs: chosen.operatorAwayMs ?? before.operatorAwayMs,
      visitorAwayMs: chosen.visitorAwayMs ?? before.visitorAwayMs,
    }
    return isDeepStrictEqual(rules, before) ? [] : [{ type: 'rules.chosen', rules, at: now() }]
  },
  'login.follow': internal(followLogin),
  'operator.appear': internal(async (tx, { operator, node }, { now }): Promise<Decision<PresenceEvent>> => {
    const account = await findOperator(tx, operator)
    if (!account) return refuse('not-found')
    if (account.revokedAt !== null) return []
    const known = await readPresence(tx, operator)
    // Who opens a console does something.
    if (known && known.connectedAt !== null)
      return [
        {
          type: 'connection.opened',
          node,
          presence: { ...known, idleSince: null },
          isNews: known.idleSince !== null,
          at: now(),
        },
      ]
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
  'operator.idle': internal(async (tx, { operator, node, since }, { now }): Promise<Decision<PresenceEvent>> => {
    const known = await readPresence(tx, operator)
    const connections = await readConnections(tx, operator)
    if (!known || !connections.some((each) => each.node === node)) return []
    const idleSince = idleOf(connections.map((each) => (each.node === node ? { node, idleSince: since } : each)))
    const isColleague = (await findOperator(tx, operator))?.revokedAt === null
    const isNews = isColleague && idleSince !== known.idleSince
    return [{ type: 'connection.idled', node, since, presence: { ...known, idleSince }, isNews, at: now() }]
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
