import { describe, expect, test } from 'vitest'
import { type Holiday, type Hours, isOpen, nextOpening, type Period, type Weekday, WEEKDAYS } from './hours.ts'

const period = (from: string, to: string, ends: Period['ends'] = 'same-day'): Period => ({ from, to, ends })
const closed: Hours['week'] = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
const vienna = (week: Partial<Hours['week']>, holidays: readonly Holiday[] = []): Hours => ({
  zone: 'Europe/Vienna',
  week: { ...closed, ...week },
  holidays,
})
const daily = (...periods: Period[]) => Object.fromEntries(WEEKDAYS.map((day) => [day, periods])) as Record<Weekday, Period[]> // fromEntries forgets the names
const holiday = (date: string, ...periods: Period[]): Holiday => ({ date, name: 'a day off', periods })
const at = (written: string) => Date.parse(written)
const written = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString())

/** Whether it is open just before this instant and at it. */
const around = (hours: Hours, instant: string) => [isOpen(hours, at(instant) - 1), isOpen(hours, at(instant))]
const opens = [false, true]
const closes = [true, false]
const stays = (state: 'open' | 'closed') => [state === 'open', state === 'open']

// 4 May 2026 is a Monday.
const office = vienna({ monday: [period('13:00', '17:30'), period('09:00', '12:00')], tuesday: [period('10:00', '24:00')] })
const bar = vienna({ friday: [period('22:00', '04:00', 'next-day')], saturday: [period('00:00', '24:00')] })
const always = vienna(daily(period('00:00', '24:00')))

describe('periods', () => {
  test.each<[string, Hours, string, boolean[]]>([
    ['[WS1] opens at the first minute', office, '2026-05-04T09:00+02:00', opens],
    ['[WS1] is closed from the last minute on', office, '2026-05-04T12:00+02:00', closes],
    ['[WS2] opens again in the afternoon', office, '2026-05-04T13:00+02:00', opens],
    ['[WS2] closes in the evening', office, '2026-05-04T17:30+02:00', closes],
    ['[WS1] opens at another time on another day', office, '2026-05-05T10:00+02:00', opens],
    ['[WS1] is open up to midnight', office, '2026-05-06T00:00+02:00', closes],
    ['[WS1] stays closed on a day without periods', office, '2026-05-06T11:00+02:00', stays('closed')],
    ['[WS3] opens late', bar, '2026-05-08T22:00+02:00', opens],
    ['[WS3] stays open over midnight', bar, '2026-05-09T00:00+02:00', stays('open')],
    ['[WS4] does not close where periods overlap', bar, '2026-05-09T04:00+02:00', stays('open')],
    ['[WS3] is closed the midnight after', bar, '2026-05-10T00:00+02:00', closes],
    ['[WS4] does not close where periods touch', always, '2026-05-04T00:00+02:00', stays('open')],
    [
      '[WS3] is open for 24 hours from the morning on',
      vienna({ monday: [period('08:00', '08:00', 'next-day')] }),
      '2026-05-05T08:00+02:00',
      closes,
    ],
    [
      '[WS3] goes from Sunday over to Monday',
      vienna({ sunday: [period('23:00', '01:00', 'next-day')] }),
      '2026-05-11T01:00+02:00',
      closes,
    ],
    ['[WS1] never opens without periods', vienna({}), '2026-05-04T10:00+02:00', stays('closed')],
  ])('%s', (_name, hours, instant, expected) => {
    expect(around(hours, instant)).toEqual(expected)
  })
})

describe('holidays', () => {
  const shop = (...holidays: Holiday[]) => vienna(daily(period('09:00', '18:00'), period('20:00', '02:00', 'next-day')), holidays)
  const christmas = holiday('2026-12-25')

  test.each<[string, Hours, string, boolean[]]>([
    ['[WS5] is closed all day', shop(christmas), '2026-12-25T09:00+01:00', stays('closed')],
    ['[WS5] is open the day after as ever', shop(christmas), '2026-12-26T09:00+01:00', opens],
    ['[WS5] closes at midnight when the next day is a holiday', shop(christmas), '2026-12-25T00:00+01:00', closes],
    ['[WS5] stays open over another midnight', shop(christmas), '2026-12-24T00:00+01:00', stays('open')],
    ['[WS6] has other hours', shop(holiday('2026-12-24', period('10:00', '14:00'))), '2026-12-24T10:00+01:00', opens],
    [
      '[WS6] and none of its usual ones',
      shop(holiday('2026-12-24', period('10:00', '14:00'))),
      '2026-12-24T15:00+01:00',
      stays('closed'),
    ],
    [
      '[WS6] may go on over midnight itself',
      shop(holiday('2026-12-31', period('22:00', '05:00', 'next-day'))),
      '2027-01-01T05:00+01:00',
      closes,
    ],
    [
      '[WS6] unless the next day is a holiday too',
      shop(holiday('2026-12-31', period('22:00', '05:00', 'next-day')), holiday('2027-01-01')),
      '2027-01-01T00:00+01:00',
      closes,
    ],
    [
      '[WS20] a period of the evening before ends when a holiday begins that has periods',
      shop(holiday('2026-12-24', period('10:00', '14:00'))),
      '2026-12-24T00:00+01:00',
      closes,
    ],
    [
      '[WS20] also where one of the holiday’s own begins at that midnight: the holiday says all of its date',
      shop(holiday('2026-12-24', period('00:00', '01:00'))),
      '2026-12-24T01:00+01:00',
      closes,
    ],
    [
      '[WS7] the first of two on one date counts',
      shop(holiday('2026-12-24', period('10:00', '14:00')), holiday('2026-12-24')),
      '2026-12-24T10:00+01:00',
      opens,
    ],
    [
      '[WS7] and the second does not',
      shop(holiday('2026-12-24'), holiday('2026-12-24', period('10:00', '14:00'))),
      '2026-12-24T10:00+01:00',
      stays('closed'),
    ],
    ['[WS5] in another year it is open', shop(christmas), '2027-12-25T09:00+01:00', opens],
  ])('%s', (_name, hours, instant, expected) => {
    expect(around(hours, instant)).toEqual(expected)
  })
})

describe('zones and clock changes', () => {
  const nightly = (from: string, to: string, zone = 'Europe/Vienna', ends: Period['ends'] = 'same-day'): Hours => ({
    zone,
    week: daily(period(from, to, ends)),
    holidays: [],
  })

  test.each<[string, string]>([
    ['Asia/Tokyo', '2026-05-04T09:00+09:00'],
    ['America/New_York', '2026-05-04T09:00-04:00'],
    ['America/New_York', '2026-12-04T09:00-05:00'],
    ['Asia/Kathmandu', '2026-05-04T09:00+05:45'],
    ['Pacific/Kiritimati', '2026-05-04T09:00+14:00'],
    ['UTC', '2026-05-04T09:00Z'],
  ])('[WS8] nine in the morning is when the clock of %s shows it: %s', (zone, instant) => {
    expect(around(nightly('09:00', '17:00', zone), instant)).toEqual(opens)
  })

  // In Vienna on 29 March 2026 01:59 is followed by 03:00; on 25 October 02:59 by 02:00.
  test.each<[string, Hours, string, boolean[]]>([
    ['opening at a time left out: when the clock is put forward', nightly('02:30', '06:00'), '2026-03-29T03:00+02:00', opens],
    ['closing at a time left out: when the clock is put forward', nightly('01:00', '02:30'), '2026-03-29T03:00+02:00', closes],
    ['a period all of which is left out is left out', nightly('02:15', '02:45'), '2026-03-29T03:00+02:00', stays('closed')],
    ['over a night of 23 hours', nightly('22:00', '06:00', 'Europe/Vienna', 'next-day'), '2026-03-29T06:00+02:00', closes],
    ['opening at a time shown twice: the first time', nightly('02:30', '06:00'), '2026-10-25T02:30+02:00', opens],
    ['and it stays open the second time', nightly('02:30', '06:00'), '2026-10-25T02:30+01:00', stays('open')],
    ['closing at a time shown twice: the second time', nightly('01:00', '02:30'), '2026-10-25T02:30+01:00', closes],
    ['and it stays open the first time', nightly('01:00', '02:30'), '2026-10-25T02:30+02:00', stays('open')],
    ['a period shown twice is one: it opens', nightly('02:15', '02:45'), '2026-10-25T02:15+02:00', opens],
    ['a period shown twice is one: it stays open between', nightly('02:15', '02:45'), '2026-10-25T02:00+01:00', stays('open')],
    ['a period shown twice is one: it closes', nightly('02:15', '02:45'), '2026-10-25T02:45+01:00', closes],
    ['over a night of 25 hours', nightly('22:00', '06:00', 'Europe/Vienna', 'next-day'), '2026-10-25T06:00+01:00', closes],
    ['half an hour left out on Lord Howe', nightly('02:15', '05:00', 'Australia/Lord_Howe'), '2026-10-04T02:30+11:00', opens],
    [
      'the night of Samoa in which a day was left out goes on',
      nightly('22:00', '06:00', 'Pacific/Apia', 'next-day'),
      '2011-12-31T00:00+14:00',
      stays('open'),
    ],
    ['and ends in the morning', nightly('22:00', '06:00', 'Pacific/Apia', 'next-day'), '2011-12-31T06:00+14:00', closes],
    [
      'a day that was left out never opened',
      nightly('09:00', '17:00', 'Pacific/Apia'),
      '2011-12-31T00:00+14:00',
      stays('closed'),
    ],
    ['midnight left out in Beirut', nightly('00:00', '01:00', 'Asia/Beirut'), '2026-03-29T01:00+03:00', stays('closed')],
    [
      'midnight shown twice in St. John’s: the first',
      nightly('00:00', '01:00', 'America/St_Johns'),
      '2010-11-07T00:00-02:30',
      opens,
    ],
    [
      'midnight shown twice in St. John’s: in between',
      nightly('00:00', '01:00', 'America/St_Johns'),
      '2010-11-06T23:30-03:30',
      stays('open'),
    ],
  ])('[WS9] %s', (_name, hours, instant, expected) => {
    expect(around(hours, instant)).toEqual(expected)
  })
})

describe('the next opening', () => {
  test.each<[string, Hours, string, string | undefined]>([
    ['later today', office, '2026-05-04T07:00+02:00', '2026-05-04T07:00:00.000Z'],
    ['after lunch', office, '2026-05-04T12:00+02:00', '2026-05-04T11:00:00.000Z'],
    ['tomorrow', office, '2026-05-04T20:00+02:00', '2026-05-05T08:00:00.000Z'],
    ['next week', office, '2026-05-06T09:00+02:00', '2026-05-11T07:00:00.000Z'],
    ['while open: the one after closing', office, '2026-05-04T10:00+02:00', '2026-05-04T11:00:00.000Z'],
    ['at the opening itself: the one after', office, '2026-05-04T09:00+02:00', '2026-05-04T11:00:00.000Z'],
    ['just before', office, '2026-05-04T08:59:59.999+02:00', '2026-05-04T07:00:00.000Z'],
    ['where periods overlap: not in between', bar, '2026-05-08T23:00+02:00', '2026-05-15T20:00:00.000Z'],
    ['never, where it is always open', always, '2026-05-04T09:00+02:00', undefined],
    ['never, where it is always closed', vienna({}), '2026-05-04T09:00+02:00', undefined],
    [
      'after the holidays',
      vienna({ monday: [period('09:00', '12:00')] }, [holiday('2026-05-11'), holiday('2026-05-18')]),
      '2026-05-05T09:00+02:00',
      '2026-05-25T07:00:00.000Z',
    ],
    [
      'on a special day only',
      vienna({}, [holiday('2027-05-08', period('10:00', '11:00'))]),
      '2026-05-04T09:00+02:00',
      '2027-05-08T08:00:00.000Z',
    ],
    ['not beyond 370 days', vienna({}, [holiday('2027-05-10', period('10:00', '11:00'))]), '2026-05-04T09:00+02:00', undefined],
    [
      'when the clock is put forward',
      vienna(daily(period('02:30', '06:00'))),
      '2026-03-28T12:00+01:00',
      '2026-03-29T01:00:00.000Z',
    ],
  ])('[WS10] %s', (_name, hours, instant, expected) => {
    expect(written(nextOpening(hours, at(instant)))).toBe(expected)
  })
})

test('[WS25] to find the next opening each holiday is looked at once, however many there are and however far it is', () => {
  const looks = (count: number) => {
    let seen = 0
    const dates = Array.from({ length: count }, (_, i) =>
      new Date(at('2026-05-04T00:00Z') + i * 86_400_000).toISOString().slice(0, 10),
    )
    const counted = dates.map((date) => ({
      name: 'a day off',
      periods: [],
      get date() {
        seen++
        return date
      },
    }))
    expect(nextOpening(vienna({}, counted), at('2026-05-04T09:00+02:00'))).toBeUndefined()
    return seen
  }
  expect([looks(0), looks(500), looks(2_000)]).toEqual([0, 500, 2_000])
})
