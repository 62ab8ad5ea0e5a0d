import { expect, test } from 'vitest'
import { active, ANN, BOB, requested, row } from '../conversations/testing-rows.ts'
import { calls, monitoredIn } from './monitored.ts'

const before = row('one', active(1, BOB), { visitorLines: 2 })
const said = (by: typeof ANN | null, more = 0) => ({
  ...before,
  summary: { ...before.summary, by, excerpt: 'more', visitorLines: 2 + more },
})

test.each([
  ['nothing', 'the visitor', said(null, 1), false],
  ['nothing', 'a colleague', said(BOB), false],
  ['visitor', 'the visitor', said(null, 1), true],
  ['visitor', 'a colleague', said(BOB), false],
  ['everything', 'the visitor', said(null, 1), true],
  ['everything', 'a colleague', said(BOB), true],
  ['everything', 'myself', said(ANN), false],
  ['everything', 'nobody', before, false],
  ['everything', 'the visitor of a request', { ...said(null, 1), phase: requested(1) }, false],
] as const)('[MN1][MN4] whoever is called for %s, when it is %s who speaks', (of, _who, now, expected) => {
  expect(calls(now, { before, of, me: ANN })).toBe(expected)
})

test('[MN2] without a choice the visitor calls those who are in it; what one sees for the first time calls nobody', () => {
  const chosen = [{ conversation: before.id, of: 'everything' }] as const
  expect(monitoredIn(before, { chosen: [], me: BOB })).toBe('visitor')
  expect(monitoredIn(before, { chosen: [], me: ANN })).toBe('nothing')
  expect(monitoredIn(before, { chosen: [...chosen], me: ANN })).toBe('everything')
  expect(calls(said(null, 1), { before: undefined, of: 'everything', me: ANN })).toBe(false)
})
