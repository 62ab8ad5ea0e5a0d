import { findChannel } from '../channels/reads.ts'
import { internal } from '../platform/internal.ts'
import { readPresence } from '../presence/reads.ts'
import { findConversation } from '../conversations/reads.ts'
import type { RoutingEvent } from './events.ts'
import type { Routings } from './index.ts'
import { findLeaving } from './queue-reads.ts'
import { findGivenUp } from './reads.ts'
import { readSlots } from './slots.ts'
import { findStaffing } from './staffing.ts'

export const commands: Routings['commands'] = {
  'operator.miss': internal(async (_tx, { operator }, { now }) => [{ type: 'operator.missed', operator, at: now() }]),
  'operator.give-up': internal(async (tx, { operator }, { now }) => {
    const presence = await readPresence(tx, operator)
    return presence?.connectedAt == null ? [{ type: 'operator.given-up', operator, at: now() }] : []
  }),
  'operator.return': internal(async (tx, { operator }) => {
    return (await findGivenUp(tx, operator)) === undefined ? [] : [{ type: 'operator.returned', operator }]
  }),
  'queue.leave': internal(async (tx, { conversation }, { now }) => {
    const waits = (await findConversation(tx, conversation))?.phase.state === 'requested'
    const leaving = await findLeaving(tx, conversation)
    const isGone = leaving !== undefined && leaving.returned_at === null
    return waits && !isGone ? [{ type: 'queue.left', conversation, at: now() }] : []
  }),
  'queue.return': internal(async (tx, { conversation }, { now }) => {
    const leaving = await findLeaving(tx, conversation)
    return leaving?.returned_at === null ? [{ type: 'queue.returned', conversation, at: now() }] : []
  }),
  'queue.staff': internal(async (tx, { channels }, { now }) => {
    const changes: RoutingEvent[] = []
    for (const channel of channels) {
      const found = await findChannel(tx, channel)
      const slots = found ? await readSlots(tx, { channel, options: found.options }) : null
      const last = await findStaffing(tx, channel)
      // Clocks of nodes differ: what is noted later stands later.
      const at = Math.max(now(), last?.at ?? 0)
      if ((last?.slots ?? null) !== slots) changes.push({ type: 'queue.staffed', channel, slots, at })
    }
    return changes
  }),
}
