import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Holder } from '@portico/protocol/levels'
import type { Tx } from '../platform/db/database.ts'
import type { ChannelEvent } from './events.ts'
import { readGrants, readMembershipsOf, readPeople } from './level-reads.ts'
import { mayFromOutside } from './permission.ts'
import { keyOf, shiftsBetween, withGrant, type Shift, type Standing } from './standing.ts'

type Granting = {
  channel: ChannelId
  to: Holder
  level: Level | null
  by: OperatorId | null
  at: number
}

/** A grant is given, changed or taken back: what becomes of everybody to whom it applies. */
export async function grantLevel(tx: Tx, granting: Granting): Promise<readonly ChannelEvent[]> {
  const { channel, to, level } = granting
  const grants = await readGrants(tx, [channel])
  const before = grants.find((grant) => keyOf(grant.to) === keyOf(to))?.level ?? null
  if (before === level) return []
  const people = await readPeople(tx, to)
  const shifts = shiftsBetween({ grants, people }, { grants: withGrant(grants, { channel, to, level }), people })
  return [{ type: 'channel.granted', ...granting }, ...(await follow(tx, shifts, granting))]
}

/** What grants to teams and roles make of somebody who belongs to others of them than before. */
export async function standElsewhere(
  tx: Tx,
  { before, after, ...more }: { before: Standing; after: Standing; by: OperatorId | null; at: number },
): Promise<readonly ChannelEvent[]> {
  const grants = await readGrants(tx)
  return follow(tx, shiftsBetween({ grants, people: [before] }, { grants, people: [after] }), more)
}

/** Each hears of his own level; who becomes an owner is a member until he leaves, and who is one no longer is none. */
export async function follow(
  tx: Tx,
  shifts: readonly Shift[],
  more: { by: OperatorId | null; at: number },
): Promise<readonly ChannelEvent[]> {
  const known = await readMembershipsOf(tx, [...new Set(shifts.map(({ operator }) => operator))])
  return eventsOf(shifts, { ...more, known })
}

type Known = { known: ReadonlyMap<OperatorId, readonly ChannelId[]>; by: OperatorId | null; at: number }

function eventsOf(shifts: readonly Shift[], { known, by, at }: Known): readonly ChannelEvent[] {
  const memberships = new Map(known)
  return shifts.flatMap((shift): ChannelEvent[] => {
    const { operator, channel } = shift
    const shifted = { type: 'level.shifted', ...shift, at } as const
    const own = memberships.get(operator) ?? []
    const isMember = own.includes(channel)
    const accepts = mayFromOutside('accept', shift.to ?? undefined)
    if (accepts === isMember || accepts === mayFromOutside('accept', shift.from ?? undefined)) return [shifted]
    const channels = accepts ? [...own, channel].sort() : own.filter((each) => each !== channel)
    memberships.set(operator, channels)
    return accepts
      ? [shifted, { type: 'channel.joined', channel, operator, channels, leftAt: null, at }]
      : [shifted, { type: 'channel.left', channel, operator, channels, by, because: 'level', at }]
  })
}
