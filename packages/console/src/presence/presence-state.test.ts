import { expect, test } from 'vitest'
import { presenceState } from './presence-state.ts'

test('[CO30][B14] somebody is active who is connected and available', () => {
  expect(presenceState({ connectedAt: 1, availableAt: 1 })).toBe('active')
  expect(presenceState({ connectedAt: 1, availableAt: null })).toBe('unavailable')
  expect(presenceState({ connectedAt: null, availableAt: 1 })).toBe('out')
  expect(presenceState(undefined)).toBe('out')
})
