import type { Availability } from '@portico/protocol/availabilities'
import { expect, test } from 'vitest'
import { atLogin, type Conversations, isOpenTo, type Login } from './availability.ts'

test.each<[Availability, Conversations[]]>([
  ['unavailable', []],
  ['internal', ['internal']],
  ['everybody', ['internal', 'external']],
])('[PR1][B15] the switch at %s lets through %j', (availability, through) => {
  expect((['internal', 'external'] as const).filter((conversations) => isOpenTo(availability, conversations))).toEqual(through)
})

test.each<[Availability, Login, ReturnType<typeof atLogin>]>([
  ['everybody', { lowersAvailability: true, channelsPreferred: 1 }, { availability: 'internal', notice: 'lowered' }],
  ['everybody', { lowersAvailability: true, channelsPreferred: 0 }, { availability: 'internal', notice: 'lowered' }],
  ['everybody', { lowersAvailability: false, channelsPreferred: 1 }, { availability: 'everybody' }],
  [
    'everybody',
    { lowersAvailability: false, channelsPreferred: 0 },
    { availability: 'everybody', notice: 'no-channel-preferred' },
  ],
  ['internal', { lowersAvailability: true, channelsPreferred: 0 }, { availability: 'internal' }],
  ['unavailable', { lowersAvailability: true, channelsPreferred: 0 }, { availability: 'unavailable' }],
])('[PR3][PR4][B16] who logs in at %s with %j', (availability, login, expected) => {
  expect(atLogin(availability, login)).toEqual(expected)
})
