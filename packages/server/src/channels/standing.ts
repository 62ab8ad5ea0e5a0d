import type { Role } from '@portico/protocol/auth'
import type { ChannelId, OperatorId, TeamId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Grant, Holder } from '@portico/protocol/levels'
import { levelOn } from './permission.ts'

/** What grants apply to somebody by. */
export type Standing = { operator: OperatorId; role: Role; teams: readonly TeamId[] }

/** Somebody's level in a channel has become another. */
export type Shift = { operator: OperatorId; channel: ChannelId; from: Level | null; to: Level | null }

/** Who stands how, and what is granted. */
type Order = { grants: readonly Grant[]; people: readonly Standing[] }

/** The highest of all grants of this channel that apply to somebody: to him, to one of his teams, to his role. */
export function levelOf({ operator, role, teams }: Standing, channel: ChannelId, grants: readonly Grant[]): Level | undefined {
  const own = grants.filter((grant) => grant.channel === channel).map(({ to, level }) => ({ to: keyOf(to), level }))
  const holders: Holder[] = [
    { kind: 'operator', id: operator },
    { kind: 'role', id: role },
    ...teams.map((id) => ({ kind: 'team', id }) as const),
  ]
  return levelOn({ channel: 'other', grants: own }, holders.map(keyOf))
}

/** Whose level differs afterwards, of the same people in both. */
export function shiftsBetween(before: Order, after: Order): readonly Shift[] {
  const channels = [...new Set([...before.grants, ...after.grants].map(({ channel }) => channel))].sort()
  return before.people.flatMap((person) => {
    const later = after.people.find(({ operator }) => operator === person.operator) ?? person
    return channels.flatMap((channel) => {
      const from = levelOf(person, channel, before.grants) ?? null
      const to = levelOf(later, channel, after.grants) ?? null
      return from === to ? [] : [{ operator: person.operator, channel, from, to }]
    })
  })
}

/** One grant for each holder: a new one takes the place of the one before. */
export function withGrant(
  grants: readonly Grant[],
  { channel, to, level }: Omit<Grant, 'level'> & { level: Level | null },
): readonly Grant[] {
  const others = grants.filter((grant) => grant.channel !== channel || keyOf(grant.to) !== keyOf(to))
  return level === null ? others : [...others, { channel, to, level }]
}

export const keyOf = ({ kind, id }: Holder): string => `${kind}:${id}`
