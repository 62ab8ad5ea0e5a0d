import { expect, test } from 'vitest'
import { isThere, presenceState, type KnownPresence, type PresenceState } from './presence-state.ts'

const now = 1000
const there: KnownPresence = { connectedAt: 1, availability: 'everybody', idleSince: null, loggedInUntil: now + 1 }
const closed: KnownPresence = { ...there, connectedAt: null }

test.each<[PresenceState, KnownPresence | undefined]>([
  ['active', there],
  ['away', { ...there, idleSince: 5 }],
  ['away', closed],
  ['unavailable', { ...there, availability: 'unavailable' }],
  ['unavailable', { ...there, availability: 'internal' }],
  ['unavailable', { ...there, availability: 'internal', idleSince: 5 }],
  ['unavailable', { ...closed, availability: 'unavailable' }],
  ['out', { ...there, loggedInUntil: null }],
  ['out', { ...closed, loggedInUntil: null, availability: 'unavailable' }],
  ['out', { ...closed, loggedInUntil: now }],
  ['out', undefined],
])('[CO30][PR7][PR9][PR10][B14][B17] somebody is %s: %j', (state, presence) => {
  expect(presenceState(presence, now)).toBe(state)
})

test('[PR42] visitors may count on who is away as on who is active, and on nobody whose console is closed', () => {
  const counted = [there, { ...there, idleSince: 5 }, closed, { ...there, availability: 'internal' } as const, undefined]
  expect(counted.map(isThere)).toEqual([true, true, false, false, false])
})
