import { expect, test } from 'vitest'
import type { Availability } from '@portico/protocol/availabilities'
import type { Conversations } from './availability.ts'
import { COLOURS, type Person, type Status, statusOf, THRESHOLDS_DEFAULT } from './status.ts'

const at = Date.UTC(2026, 4, 4, 9)
const minute = 60_000
const ago = (...lastActedMs: number[]) => ({ sessions: lastActedMs.map((ms) => ({ lastActedAt: at - ms })) })
const ann: Person = { kind: 'operator', availability: 'everybody', conversations: 'external', isConnected: true, ...ago(0) }
const carla: Person = { kind: 'customer', isConnected: true, ...ago(0) }

test.each<[Status, string]>([
  ['active', 'green'],
  ['away', 'yellow'],
  ['inactive', 'pink'],
  ['unavailable', 'red'],
  ['logged-out', 'black'],
])('[PR5][B17] %s is %s', (status, colour) => {
  expect(COLOURS[status]).toBe(colour)
})

test.each<[Availability, Conversations, Status]>([
  ['everybody', 'external', 'active'],
  ['everybody', 'internal', 'active'],
  ['internal', 'external', 'unavailable'],
  ['internal', 'internal', 'active'],
  ['unavailable', 'external', 'unavailable'],
  ['unavailable', 'internal', 'unavailable'],
])('[PR6][B15][B17] Ann at %s is, for %s conversations, %s', (availability, conversations, status) => {
  expect(statusOf({ ...ann, kind: 'operator', availability, conversations }, THRESHOLDS_DEFAULT, at)).toBe(status)
})

test.each<[string, Person['sessions'], Status]>([
  ['without a session', [], 'logged-out'],
  ['who acts now', ago(0).sessions, 'active'],
  ['who acted 5 minutes ago', ago(5 * minute).sessions, 'active'],
  ['who acted a millisecond longer ago', ago(5 * minute + 1).sessions, 'away'],
  ['who acted yesterday', ago(24 * 60 * minute).sessions, 'away'],
  ['with one session away and one active', ago(50 * minute, minute).sessions, 'active'],
  ['with one session active and one away', ago(minute, 50 * minute).sessions, 'active'],
  ['with two sessions away', ago(50 * minute, 6 * minute).sessions, 'away'],
])('[PR7][PR8][B17][B18] operators and customers %s are %s', (_who, sessions, status) => {
  expect(statusOf({ ...ann, sessions }, THRESHOLDS_DEFAULT, at)).toBe(status)
  expect(statusOf({ ...carla, sessions }, THRESHOLDS_DEFAULT, at)).toBe(status)
})

// OTOBO, §2.4 of the source: availability 0, shown black, is no session at all; a session without requests is 2, shown yellow.
test.each<[string, Person['sessions'], Status]>([
  ['closed the tab just now', ago(0).sessions, 'away'],
  ['closed it an hour ago', ago(60 * minute).sessions, 'away'],
  ['closed both', ago(minute, 60 * minute).sessions, 'away'],
  ['closed it, and whose session ended since', [], 'logged-out'],
])('[PR7][PR10][B17] operators and customers who %s are %s', (_who, sessions, status) => {
  expect(statusOf({ ...ann, sessions, isConnected: false }, THRESHOLDS_DEFAULT, at)).toBe(status)
  expect(statusOf({ ...carla, sessions, isConnected: false }, THRESHOLDS_DEFAULT, at)).toBe(status)
})

test('[PR10][B17] who closed the tab is unavailable still while the switch says so, and inactive where he has left', () => {
  const gone = { ...ann, isConnected: false, kind: 'operator', availability: 'unavailable', conversations: 'external' } as const
  expect(statusOf(gone, THRESHOLDS_DEFAULT, at)).toBe('unavailable')
  expect(statusOf({ ...gone, part: 'left' }, THRESHOLDS_DEFAULT, at)).toBe('inactive')
})

test.each<[number, Status, Status]>([
  [minute, 'active', 'active'],
  [minute + 1, 'away', 'active'],
  [2 * minute, 'away', 'active'],
  [2 * minute + 1, 'away', 'away'],
])(
  '[PR8][B18] after %d ms, with thresholds of 1 and 2 minutes, an operator is %s and a customer %s',
  (agoMs, operator, customer) => {
    const thresholds = { operatorAwayMs: minute, customerAwayMs: 2 * minute }
    expect(statusOf({ ...ann, ...ago(agoMs) }, thresholds, at)).toBe(operator)
    expect(statusOf({ ...carla, ...ago(agoMs) }, thresholds, at)).toBe(customer)
  },
)

const logged: [string, Partial<Person>, Availability, Status][] = [
  ['no session', ago(), 'unavailable', 'logged-out'],
  ['no session', ago(), 'internal', 'logged-out'],
  ['no session', ago(), 'everybody', 'logged-out'],
  ['long idle', ago(50 * minute), 'unavailable', 'unavailable'],
  ['long idle', ago(50 * minute), 'internal', 'unavailable'],
  ['long idle', ago(50 * minute), 'everybody', 'away'],
  ['acting', ago(0), 'unavailable', 'unavailable'],
  ['acting', ago(0), 'internal', 'unavailable'],
  ['acting', ago(0), 'everybody', 'active'],
]

test.each(logged)(
  '[PR9][B17] pink before black before red before yellow before green: %s, %j, switch at %s',
  (_name, more, availability, status) => {
    const person: Person = { ...ann, ...more, kind: 'operator', conversations: 'external', availability }
    expect(statusOf(person, THRESHOLDS_DEFAULT, at)).toBe(status)
    expect(statusOf({ ...person, part: 'taken' }, THRESHOLDS_DEFAULT, at)).toBe(status)
    expect(statusOf({ ...person, part: 'not-accepted' }, THRESHOLDS_DEFAULT, at)).toBe('inactive')
    expect(statusOf({ ...person, part: 'left' }, THRESHOLDS_DEFAULT, at)).toBe('inactive')
  },
)

test.each<[Person['part'] & string, Status]>([
  ['not-accepted', 'inactive'],
  ['left', 'inactive'],
  ['taken', 'active'],
])('[PR9][B17] a customer whose part is %s is %s', (part, status) => {
  expect(statusOf({ ...carla, part }, THRESHOLDS_DEFAULT, at)).toBe(status)
})
