import { AVAILABILITIES } from '@portico/protocol/availabilities'
import { expect, test } from 'vitest'
import { nextAvailability } from './next-availability.ts'

test('[PR2][B15] from the keys the switch goes through its three stops and begins again', () => {
  expect(AVAILABILITIES.map(nextAvailability)).toEqual(['internal', 'everybody', 'unavailable'])
})
