import { expect, test } from 'vitest'
import { quietMsOf } from './quiet.ts'

const limits = { endsAfterQuietMs: 1000, endsAfterGoneMs: 100 }
const answered = { answeredAt: 1, unansweredSince: null }

test.each([
  { name: 'its visitor there, answered', isGone: false, of: answered, ms: 1000 },
  { name: 'its visitor gone, answered', isGone: true, of: answered, ms: 100 },
  { name: 'its visitor gone, waiting for an answer', isGone: true, of: { answeredAt: 1, unansweredSince: 2 }, ms: 1000 },
  { name: 'its visitor gone, never answered', isGone: true, of: { answeredAt: null, unansweredSince: 1 }, ms: 1000 },
])('[CV202] a conversation ends by itself after the time that fits: $name', ({ isGone, of, ms }) => {
  expect(quietMsOf(of, { isGone, limits })).toBe(ms)
})

test('[CV202] of two times the shorter counts, and 0 is never', () => {
  const gone = (given: Partial<typeof limits>) => quietMsOf(answered, { isGone: true, limits: { ...limits, ...given } })
  expect(gone({ endsAfterGoneMs: 5000 })).toBe(1000)
  expect(gone({ endsAfterGoneMs: 0 })).toBe(1000)
  expect(gone({ endsAfterQuietMs: 0 })).toBe(100)
  expect(gone({ endsAfterQuietMs: 0, endsAfterGoneMs: 0 })).toBe(Number.POSITIVE_INFINITY)
})
