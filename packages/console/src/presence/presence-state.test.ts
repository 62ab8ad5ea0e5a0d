import type { Presence } from '@portico/protocol/presence'
import { expect, test } from 'vitest'
import { isThere, presenceState, type PresenceState } from './presence-state.ts'

type Known = Pick<Presence, 'availability' | 'connectedAt' | 'idleSince'>
const there: Known = { connectedAt: 1, availability: 'everybody', idleSince: null }

test.each<[PresenceState, Known | undefined]>([
  ['active', there],
  ['away', { ...there, idleSince: 5 }],
  ['unavailable', { ...there, availability: 'unavailable' }],
  ['unavailable', { ...there, availability: 'internal' }],
  ['unavailable', { ...there, availability: 'internal', idleSince: 5 }],
  ['out', { ...there, connectedAt: null }],
  ['out', { ...there, connectedAt: null, availability: 'unavailable' }],
  ['out', undefined],
])('[CO30][B14][B17] somebody is %s: %j', (state, presence) => {
  expect(presenceState(presence)).toBe(state)
})

test('[PR42] visitors may count on who is away as on who is active', () => {
  expect((['active', 'away', 'unavailable', 'out'] as const).filter(isThere)).toEqual(['active', 'away'])
})
