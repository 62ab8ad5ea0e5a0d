import { expect, test } from 'vitest'
import { checkHours, type HoursFault } from './check-hours.ts'
import type { Holiday, Hours, Period } from './hours.ts'

const period = (from: string, to: string, ends: Period['ends'] = 'same-day'): Period => ({ from, to, ends })
const sound: Hours = {
  zone: 'Europe/Vienna',
  week: {
    monday: [period('13:00', '24:00'), period('09:00', '12:00'), period('12:00', '13:00')],
    tuesday: [period('08:00', '08:00', 'next-day')],
    wednesday: [period('22:00', '06:00', 'next-day')],
    thursday: [period('00:00', '24:00')],
    friday: [period('23:00', '00:00', 'next-day')],
    saturday: [],
    sunday: [],
  },
  holidays: [{ date: '2028-02-29', name: 'Leap day', periods: [period('10:00', '11:00')] }],
}
const saturday = (...periods: Period[]): Hours => ({ ...sound, week: { ...sound.week, saturday: periods } })
const off = (holiday: Partial<Holiday>): Hours => ({
  ...sound,
  holidays: [...sound.holidays, { date: '2026-12-25', name: 'Christmas', periods: [], ...holiday }],
})

test.each([sound, off({}), { ...sound, zone: 'UTC' }, { ...sound, zone: 'Asia/Kolkata' }])(
  '[WS12] sound hours have no fault: %#',
  (hours) => {
    expect(checkHours(hours)).toEqual([])
  },
)

test.each<[string, Hours, HoursFault]>([
  ['a zone that is none', { ...sound, zone: 'Europe/Atlantis' }, { place: 'zone', fault: 'not-a-zone', seen: 'Europe/Atlantis' }],
  ['an offset for a zone', { ...sound, zone: '+02:00' }, { place: 'zone', fault: 'not-a-zone', seen: '+02:00' }],
  [
    'an instant for a zone',
    { ...sound, zone: '2026-05-04T09:00+02:00' },
    { place: 'zone', fault: 'not-a-zone', seen: '2026-05-04T09:00+02:00' },
  ],
  ['no zone', { ...sound, zone: '' }, { place: 'zone', fault: 'not-a-zone', seen: '' }],
  [
    'hours that end before they begin',
    saturday(period('18:00', '09:00')),
    { place: 'week.saturday[0].to', fault: 'ends-before-it-begins', seen: '09:00', expected: '18:00' },
  ],
  [
    'hours that end when they begin',
    saturday(period('09:00', '09:00')),
    { place: 'week.saturday[0].to', fault: 'ends-before-it-begins', seen: '09:00', expected: '09:00' },
  ],
  [
    'hours of more than a day',
    saturday(period('09:00', '09:01', 'next-day')),
    { place: 'week.saturday[0].to', fault: 'longer-than-a-day', seen: '09:01', expected: '09:00' },
  ],
  [
    'hours up to midnight a day too late',
    saturday(period('09:00', '24:00', 'next-day')),
    { place: 'week.saturday[0].to', fault: 'longer-than-a-day', seen: '24:00', expected: '09:00' },
  ],
  [
    'beginning at 24:00',
    saturday(period('24:00', '24:00')),
    { place: 'week.saturday[0].from', fault: 'not-a-time', seen: '24:00', expected: '00:00–23:59' },
  ],
  [
    '25 o’clock',
    saturday(period('09:00', '25:00')),
    { place: 'week.saturday[0].to', fault: 'not-a-time', seen: '25:00', expected: '00:00–24:00' },
  ],
  [
    '60 minutes',
    saturday(period('09:60', '10:00')),
    { place: 'week.saturday[0].from', fault: 'not-a-time', seen: '09:60', expected: '00:00–23:59' },
  ],
  [
    'a time without its nought',
    saturday(period('9:00', '10:00')),
    { place: 'week.saturday[0].from', fault: 'not-a-time', seen: '9:00', expected: '00:00–23:59' },
  ],
  [
    '24:01',
    saturday(period('09:00', '24:01')),
    { place: 'week.saturday[0].to', fault: 'not-a-time', seen: '24:01', expected: '00:00–24:00' },
  ],
  [
    'the second of two periods',
    saturday(period('09:00', '12:00'), period('14:00', '13:00')),
    { place: 'week.saturday[1].to', fault: 'ends-before-it-begins', seen: '13:00', expected: '14:00' },
  ],
  [
    'periods that overlap',
    saturday(period('11:59', '14:00'), period('09:00', '12:00')),
    { place: 'week.saturday[0].from', fault: 'overlaps', seen: '11:59', expected: 'week.saturday[1]' },
  ],
  [
    'a period after one that goes over midnight',
    saturday(period('20:00', '02:00', 'next-day'), period('23:00', '24:00')),
    { place: 'week.saturday[1].from', fault: 'overlaps', seen: '23:00', expected: 'week.saturday[0]' },
  ],
  [
    'eleven periods',
    saturday(...Array.from({ length: 11 }, () => period('09:00', '10:00'))),
    { place: 'week.saturday', fault: 'too-many', seen: '11', expected: '10' },
  ],
  [
    'a date that does not exist',
    off({ date: '2026-02-29' }),
    { place: 'holidays[1].date', fault: 'not-a-date', seen: '2026-02-29' },
  ],
  ['a thirteenth month', off({ date: '2026-13-01' }), { place: 'holidays[1].date', fault: 'not-a-date', seen: '2026-13-01' }],
  ['a day nought', off({ date: '2026-12-00' }), { place: 'holidays[1].date', fault: 'not-a-date', seen: '2026-12-00' }],
  [
    'a date written otherwise',
    off({ date: '25.12.2026' }),
    { place: 'holidays[1].date', fault: 'not-a-date', seen: '25.12.2026' },
  ],
  [
    'the hours of a holiday',
    off({ periods: [period('12:00', '10:00')] }),
    { place: 'holidays[1].periods[0].to', fault: 'ends-before-it-begins', seen: '10:00', expected: '12:00' },
  ],
  [
    '2,001 holidays',
    { ...sound, holidays: Array.from({ length: 2_001 }, () => ({ date: '2026-12-25', name: 'x', periods: [] })) },
    { place: 'holidays', fault: 'too-many', seen: '2001', expected: '2000' },
  ],
])('[WS12] %s: refused with its place', (_name, hours, fault) => {
  expect(checkHours(hours)).toEqual([fault])
})

test('[WS12] every fault is named', () => {
  const hours = {
    ...off({ date: 'x' }),
    zone: 'x',
    week: { ...sound.week, monday: [period('x', 'y')], sunday: [period('02:00', '01:00')] },
  }
  expect(checkHours(hours).map(({ place }) => place)).toEqual([
    'zone',
    'week.monday[0].from',
    'week.sunday[0].to',
    'holidays[1].date',
  ])
})
