import { expect, test } from 'vitest'
import { toldPlace } from './told-place.ts'

const estimated = { state: 'estimated', place: 3, fromMs: 90_000, toMs: 250_000 } as const

test('[RT106] a visitor who waits is told whole minutes, rounded so that the interval grows', () => {
  expect(toldPlace(estimated, 'estimate')).toEqual({ type: 'queue.place', place: 3, minutes: { from: 1, to: 5 } })
  expect(toldPlace({ ...estimated, fromMs: 0, toMs: 0 }, 'estimate')).toMatchObject({ minutes: { from: 0, to: 1 } })
})

test.each(['not-enough-data', 'too-far', 'nobody-there'] as const)('[RT106] where it is %s the place alone is told', (state) => {
  expect(toldPlace({ state, place: 3 }, 'estimate')).toEqual({ type: 'queue.place', place: 3, minutes: null })
})

test('[RT106] where the channel says so too', () => {
  expect(toldPlace(estimated, 'place')).toEqual({ type: 'queue.place', place: 3, minutes: null })
})
