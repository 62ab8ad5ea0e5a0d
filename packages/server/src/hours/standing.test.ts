import { expect, test } from 'vitest'
import { checkClosedDays, closedDates } from './closed-days.ts'
import { faultsOf, type KeptHours, openBetween, standingAt } from './standing.ts'

const day = [{ from: '09:00', to: '17:00', ends: 'same-day' as const }]
const night = [{ from: '22:00', to: '04:00', ends: 'next-day' as const }]
const always = [{ from: '00:00', to: '24:00', ends: 'same-day' as const }]
const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
const daily = (periods: typeof day | typeof night | typeof always) => ({
  monday: periods,
  tuesday: periods,
  wednesday: periods,
  thursday: periods,
  friday: periods,
  saturday: periods,
  sunday: periods,
})
const kept = (more: Partial<KeptHours> = {}): KeptHours => ({ zone: 'UTC', week: daily(day), days: [], calendars: [], ...more })
const closedOn = (from: string, to = from, repeats: 'once' | 'yearly' = 'once') => ({
  from,
  to,
  name: 'Feast',
  repeats,
  periods: [],
})
const at = (written: string) => Date.parse(`${written}Z`)
const LOOK_AGAIN_MS = 300 * 24 * 60 * 60_000

test.each<[string, KeptHours, string, ReturnType<typeof standingAt>]>([
  ['open until it closes', kept(), '2026-11-20T09:00', { standing: { state: 'open' }, changesAt: at('2026-11-20T17:00') }],
  [
    'open over midnight',
    kept({ week: daily(night) }),
    '2026-11-20T23:00',
    { standing: { state: 'open' }, changesAt: at('2026-11-21T04:00') },
  ],
  [
    'open after midnight',
    kept({ week: daily(night) }),
    '2026-11-21T01:00',
    { standing: { state: 'open' }, changesAt: at('2026-11-21T04:00') },
  ],
  [
    'open through days that touch, until a holiday',
    kept({ week: daily(always), days: [closedOn('2026-11-23')] }),
    '2026-11-20T12:00',
    { standing: { state: 'open' }, changesAt: at('2026-11-23T00:00') },
  ],
  [
    'always open',
    kept({ week: daily(always) }),
    '2026-11-20T12:00',
    { standing: { state: 'open' }, changesAt: at('2026-11-20T12:00') + LOOK_AGAIN_MS },
  ],
  [
    'closed until it opens',
    kept(),
    '2026-11-20T17:00',
    { standing: { state: 'closed', opens: at('2026-11-21T09:00'), zone: 'UTC' }, changesAt: at('2026-11-21T09:00') },
  ],
  [
    'closed on the days of a calendar',
    kept({ calendars: [{ date: '2026-11-21', name: 'Fair' }] }),
    '2026-11-20T18:00',
    { standing: { state: 'closed', opens: at('2026-11-22T09:00'), zone: 'UTC' }, changesAt: at('2026-11-22T09:00') },
  ],
  [
    'what is written by hand before what a calendar says',
    kept({
      calendars: [{ date: '2026-11-21', name: 'Fair' }],
      days: [{ ...closedOn('2026-11-21'), periods: [{ from: '12:00', to: '13:00', ends: 'same-day' }] }],
    }),
    '2026-11-20T18:00',
    { standing: { state: 'closed', opens: at('2026-11-21T12:00'), zone: 'UTC' }, changesAt: at('2026-11-21T12:00') },
  ],
  [
    'never open',
    kept({ week: never }),
    '2026-11-20T12:00',
    { standing: { state: 'closed', opens: null, zone: 'UTC' }, changesAt: at('2026-11-20T12:00') + LOOK_AGAIN_MS },
  ],
])('[WS30][WS31] how hours stand, and until when: %s', (_name, hours, instant, expected) => {
  expect(standingAt(hours, at(instant))).toEqual(expected)
})

test.each([
  ['once', closedOn('2026-12-24', '2027-01-02'), ['2026-12-31', '2027-01-01', '2027-01-02']],
  ['yearly, over New Year', closedOn('2020-12-24', '2021-01-02', 'yearly'), ['2026-12-31', '2027-01-01', '2027-01-02']],
  ['yearly, from a year to come on', closedOn('2027-01-01', '2027-01-01', 'yearly'), ['2027-01-01']],
  ['yearly, not before its first year', closedOn('2028-01-01', '2028-01-01', 'yearly'), []],
])('[WS31] days by hand: %s', (_name, days, expected) => {
  expect(closedDates([days], { from: '2026-12-31', to: '2027-06-30' }).map(({ date }) => date)).toEqual(expected)
})

test('[WS31] 29 February, yearly, is closed in leap years', () => {
  const leap = closedDates([closedOn('2024-02-29', '2024-02-29', 'yearly')], { from: '2025-01-01', to: '2028-12-31' })
  expect(leap.map(({ date }) => date)).toEqual(['2028-02-29'])
})

test('[WS32] what is wrong is told with its place', () => {
  expect(
    checkClosedDays([closedOn('2026-02-30'), closedOn('2026-03-02', '2026-03-01'), closedOn('2026-01-01', '2027-06-01')]),
  ).toEqual([
    { place: 'days[0].from', fault: 'not-a-date', seen: '2026-02-30' },
    { place: 'days[1].to', fault: 'ends-before-it-begins', seen: '2026-03-01', expected: '2026-03-02' },
    { place: 'days[2].to', fault: 'too-many', seen: '517', expected: '366' },
  ])
  const broken = { ...closedOn('2026-05-01'), periods: [{ from: '10:00', to: '09:00', ends: 'same-day' as const }] }
  expect(faultsOf({ ...kept(), days: [broken] }).map(({ place }) => place)).toEqual(['days[0].periods[0].to'])
  expect(faultsOf(kept())).toEqual([])
})

test('[WS36] of instants between two it is known whether they were open', () => {
  const isOpen = openBetween(kept({ days: [closedOn('2026-11-18')] }), {
    from: at('2026-11-16T00:00'),
    to: at('2026-11-20T00:00'),
  })
  expect(['2026-11-17T10:00', '2026-11-18T10:00', '2026-11-19T20:00'].map((each) => isOpen(at(each)))).toEqual([
    true,
    false,
    false,
  ])
})
