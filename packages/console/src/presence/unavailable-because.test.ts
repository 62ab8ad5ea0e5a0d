import { expect, test } from 'vitest'
import { unavailableBecause } from './unavailable-because.ts'

test('[CO293][PR44][B16] who was lowered at sign-in is told so until he has chosen; others only where the notice is repeated', () => {
  const lowered = { availability: 'internal', loweredAt: 5 } as const
  const chosen = { availability: 'unavailable', loweredAt: null } as const
  expect([lowered, chosen].map((own) => unavailableBecause(own, false))).toEqual(['lowered', undefined])
  expect([lowered, chosen].map((own) => unavailableBecause(own, true))).toEqual(['lowered', 'chosen'])
  expect(unavailableBecause({ availability: 'everybody', loweredAt: null }, true)).toBeUndefined()
  expect(unavailableBecause(undefined, true)).toBeUndefined()
})
