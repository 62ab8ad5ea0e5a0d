import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOf, readRepetition } from './repetition.ts'
import { type DateRule, daysOfRule, written } from './testing-recurrence.ts'
import { EXAMPLES } from './testing-rfc-5545.ts'

const RULES = 1_500
const SPAN_YEARS = 4
const max = 3_000

test.each(EXAMPLES.map((example) => [example.what, example] as const))(
  '[WS21] RFC 5545, 3.8.5.3: %s',
  (_what, { first, rule, days, leftOut }) => {
    const read = readRepetition(rule)
    const last = /COUNT|UNTIL/.test(rule) ? '2009-12-31' : (days.at(-1) ?? '')
    const found = read ? daysOf(read, { first, last, max }) : 'unclear'
    expect(typeof found === 'string' ? found : found.filter((day) => day !== leftOut)).toEqual(days)
  },
)

test.each<[string, string, string, string[]]>([
  ['29 February, yearly, is none in other years', '2020-02-29', 'FREQ=YEARLY', ['2020-02-29', '2024-02-29', '2028-02-29']],
  [
    'the 13th, yearly, is that of each month',
    '2027-10-13',
    'FREQ=YEARLY;BYMONTHDAY=13',
    ['2027-10-13', '2027-11-13', '2027-12-13', '2028-01-13', '2028-02-13'],
  ],
  [
    'the last of two months',
    '2026-02-28',
    'FREQ=YEARLY;BYMONTH=2,11;BYMONTHDAY=-1',
    ['2026-02-28', '2026-11-30', '2027-02-28', '2027-11-30', '2028-02-29'],
  ],
  ['the 31st of each month', '2027-10-31', 'FREQ=MONTHLY', ['2027-10-31', '2027-12-31', '2028-01-31']],
  ['a week alone is that weekday of it', '2026-05-13', 'FREQ=YEARLY;BYWEEKNO=20', ['2026-05-13', '2027-05-19']],
  ['a time of day says nothing of a date', '2026-05-01', 'FREQ=YEARLY;BYHOUR=9;BYMINUTE=30', ['2026-05-01', '2027-05-01']],
  ['written in small letters', '2026-05-01', 'freq=yearly;bymonth=5', ['2026-05-01', '2027-05-01']],
])('[WS21] %s', (_what, first, rule, days) => {
  const read = readRepetition(rule)
  expect(read && daysOf(read, { first, last: '2028-03-01', max })).toEqual(days)
})

test.each([
  'FREQ=YEARLY;COUNT=0',
  'FREQ=YEARLY;INTERVAL=0',
  'FREQ=YEARLY;UNTIL=20271231;COUNT=2',
  'FREQ=YEARLY;UNTIL=20271301',
  'FREQ=YEARLY;FREQ=DAILY',
  'FREQ=YEARLY;BYMONTH=13',
  'FREQ=YEARLY;BYMONTH=-1',
  'FREQ=YEARLY;BYMONTHDAY=0',
  'FREQ=YEARLY;BYDAY=0MO',
  'FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO',
  'FREQ=YEARLY;BYSETPOS=1',
  'FREQ=YEARLY;X-EASTER=0',
  'FREQ=YEARLY;RSCALE=HEBREW;BYMONTH=5L',
  'FREQ=YEARLY;',
  'FREQ=MONTHLY;BYWEEKNO=20',
  'FREQ=MONTHLY;BYYEARDAY=1',
  'FREQ=WEEKLY;BYMONTHDAY=13',
  'FREQ=WEEKLY;BYDAY=2MO',
  'FREQ=DAILY;BYMONTHDAY=13',
  'FREQ=HOURLY',
  'BYDAY=MO',
  'EVERY YEAR',
  '',
])('[WS22] what the RFC forbids, or does not know of, is not read: %s', (rule) => {
  expect(readRepetition('FREQ=YEARLY;BYMONTH=5')).toBeDefined()
  expect(readRepetition(rule)).toBeUndefined()
})

test.each([
  'FREQ=YEARLY;BYYEARDAY=26;BYDAY=SA,SU',
  'FREQ=YEARLY;BYMONTHDAY=25;BYDAY=48SU',
  'FREQ=YEARLY;BYWEEKNO=28;BYMONTHDAY=11',
  'FREQ=YEARLY;BYWEEKNO=5;BYYEARDAY=48',
  'FREQ=YEARLY;INTERVAL=5;BYDAY=-53SU',
  'FREQ=YEARLY;INTERVAL=2;BYWEEKNO=53;BYDAY=MO',
  'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU;BYSETPOS=1',
])('[WS22] what the library reads in another way than the RFC, or the RFC leaves open, is not read: %s', (rule) => {
  expect(readRepetition(rule)).toBeUndefined()
})

test('[WS22] a first day that is not one of the rule’s is one of the days; where they are counted it cannot be known', () => {
  const read = (rule: string, last = '2027-12-31') => {
    const repetition = readRepetition(rule)
    return repetition && daysOf(repetition, { first: '2026-05-01', last, max })
  }
  expect(read('FREQ=YEARLY;BYMONTH=11;BYDAY=4TH')).toEqual(['2026-05-01', '2026-11-26', '2027-11-25'])
  expect(read('FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=1')).toBe('unclear')
})

test('[WS22] an end with a time of day is read where no zone of the world would make a difference', () => {
  const read = (until: string) => {
    const repetition = readRepetition(`FREQ=WEEKLY;UNTIL=${until}`)
    return repetition && daysOf(repetition, { first: '2026-05-01', last: '2027-12-31', max })
  }
  expect(read('20260510T215959Z')).toEqual(['2026-05-01', '2026-05-08'])
  expect(read('20260515T215959Z')).toBe('unclear')
  expect(read('20260515')).toEqual(['2026-05-01', '2026-05-08', '2026-05-15'])
})

test(`[WS23] ${RULES} rules at random give the days that the words of the RFC give, or are not read`, () => {
  let compared = 0
  fc.assert(
    fc.property(rules, ({ rule, begin }) => {
      const read = readRepetition(written(rule))
      const year = Number(begin.slice(0, 4))
      const [first] = read ? daysOfRule({ ...rule, count: 1 }, begin, `${year + 1}-12-31`) : []
      if (first === undefined || !read) return
      compared++
      const last = `${year + SPAN_YEARS}-12-31`
      expect([written(rule), first, daysOf(read, { first, last, max })]).toEqual([
        written(rule),
        first,
        daysOfRule(rule, first, last),
      ])
    }),
    { numRuns: RULES, seed: 5545 },
  )
  expect(compared).toBeGreaterThan(RULES / 2)
})

const among = (max: number) => fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max }) }, fc.integer({ min: -max, max: -1 }))
const few = <T>(each: fc.Arbitrary<T>) => fc.uniqueArray(each, { minLength: 1, maxLength: 3 })
const perhaps = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: undefined, freq: 1 })
const days = (max: number) =>
  few(fc.integer({ min: 0, max: 6 })).chain((weekdays) =>
    fc.oneof(
      fc.constant(weekdays.map((weekday) => ({ nth: 0, weekday }))),
      ...(max > 0 ? [among(max).map((nth) => weekdays.map((weekday) => ({ nth, weekday })))] : []),
    ),
  )

const common = {
  interval: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 5 })),
  wkst: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 })),
  bymonth: perhaps(few(fc.integer({ min: 1, max: 12 }))),
  count: perhaps(fc.integer({ min: 1, max: 30 })),
}
const daily = fc.record({ ...common, freq: fc.constant('DAILY' as const), byday: perhaps(days(0)) })
const weekly = fc.record({ ...common, freq: fc.constant('WEEKLY' as const), byday: perhaps(days(0)) })
const monthly = fc.record({
  ...common,
  freq: fc.constant('MONTHLY' as const),
  bymonthday: perhaps(few(among(31))),
  byday: perhaps(days(5)),
  bysetpos: perhaps(few(among(5))),
})
const yearly = fc.record({
  ...common,
  freq: fc.constant('YEARLY' as const),
  byweekno: perhaps(few(among(53))),
  byyearday: perhaps(few(among(366))),
  bymonthday: perhaps(few(among(31))),
  byday: perhaps(days(53)),
  bysetpos: perhaps(few(among(10))),
})
const rules = fc
  .tuple(fc.oneof(daily, weekly, monthly, monthly, yearly, yearly), fc.integer({ min: 0, max: 12_000 }))
  .map(([rule, day]) => ({
    rule: Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as unknown as DateRule, // without what is none
    begin: new Date(Date.UTC(1996, 0, 1 + day)).toISOString().slice(0, 10),
  }))
