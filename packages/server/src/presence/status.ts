import type { Availability } from '@portico/protocol/availabilities'
import { type Conversations, isOpenTo } from './availability.ts'

export const COLOURS = {
  active: 'green',
  away: 'yellow',
  inactive: 'pink',
  unavailable: 'red',
  'logged-out': 'black',
} as const satisfies Record<Status, string>

/** What the circle beside a person says. */
export type Status = 'active' | 'away' | 'inactive' | 'unavailable' | 'logged-out'

export type Person = {
  /** When somebody last did something in each session that has not ended, be it open anywhere or not. */
  sessions: readonly { lastActedAt: number }[]
  /** Whether one of them is open in a browser. A tab that is closed is no logout. */
  isConnected: boolean
  /** His part in the conversation he is shown in, if he is shown in one. */
  part?: 'taken' | 'not-accepted' | 'left'
} & ({ kind: 'operator'; availability: Availability; conversations: Conversations } | { kind: 'customer' })

export type Thresholds = { operatorAwayMs: number; customerAwayMs: number }

export const THRESHOLDS_DEFAULT: Thresholds = { operatorAwayMs: 5 * 60_000, customerAwayMs: 5 * 60_000 }

export function statusOf(person: Person, thresholds: Thresholds, at: number): Status {
  if (person.part === 'not-accepted' || person.part === 'left') return 'inactive'
  if (person.sessions.length === 0) return 'logged-out'
  if (person.kind === 'operator' && !isOpenTo(person.availability, person.conversations)) return 'unavailable'
  if (!person.isConnected) return 'away'
  const awayMs = person.kind === 'operator' ? thresholds.operatorAwayMs : thresholds.customerAwayMs
  return person.sessions.some(({ lastActedAt }) => at - lastActedAt <= awayMs) ? 'active' : 'away'
}
