import { expect, test } from 'vitest'
import { presenceState } from './presence-state.ts'

test('[CO30][B14] somebody is active who is connected and available', () => {
  expect(presenceState({ connectedAt: 1, availability: 'everybody' })).toBe('active')
  for (const availability of ['unavailable', 'internal'] as const)
    expect(presenceState({ connectedAt: 1, availability })).toBe('unavailable')
  expect(presenceState({ connectedAt: null, availability: 'everybody' })).toBe('out')
  expect(presenceState(undefined)).toBe('out')
})
