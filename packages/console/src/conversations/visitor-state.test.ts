import { expect, test } from 'vitest'
import { visitorState } from './visitor-state.ts'

const MINUTE_MS = 60_000
const now = 100 * MINUTE_MS
const here = (agoMs?: number) =>
  ({ state: 'here', page: undefined, actedAt: agoMs === undefined ? undefined : now - agoMs }) as const

test('[PR8][PR46][B17][B18] a visitor is active until nothing has come from him for longer than the site says, then away, and gone without a page', () => {
  const mark = (agoMs?: number, more: object = {}) => visitorState(here(agoMs), { now, awayMs: 3 * MINUTE_MS, ...more })
  expect(mark(0)).toBe('active')
  expect(mark(3 * MINUTE_MS)).toBe('active')
  expect(mark(3 * MINUTE_MS + 1)).toBe('away')
  expect(mark(3 * MINUTE_MS + 1, { awayMs: undefined })).toBe('active')
  expect(mark(6 * MINUTE_MS, { awayMs: undefined })).toBe('away')
  expect(mark(6 * MINUTE_MS, { wroteAt: now - MINUTE_MS })).toBe('active')
  // Of a node that does not say it nothing is invented.
  expect(mark()).toBe('active')
  expect(visitorState({ state: 'away', since: null }, { now, awayMs: MINUTE_MS })).toBe('out')
})
