import { expect, test } from 'vitest'
import type { CalendarFault } from './calendar-events.ts'
import { readHolidays } from './holidays.ts'

const years = { from: '2026-01-01', to: '2027-12-31' }
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//EN', ...events.flatMap(event), 'END:VCALENDAR'].join('\r\n')
const event = (lines: string) => ['BEGIN:VEVENT', ...lines.split('|'), 'END:VEVENT']
const read = (...events: string[]) => readHolidays(calendar(...events), years)
const dates = (...events: string[]) => {
  const holidays = read(...events)
  return holidays.state === 'read' ? holidays.holidays.map(({ date }) => date) : [holidays.fault]
}
const christmas = 'UID:1|SUMMARY:Christmas Day|DTSTART;VALUE=DATE:20261225'

test('[WS13] an all-day event closes its day, under its name', () => {
  expect(read(christmas)).toEqual({
    state: 'read',
    holidays: [{ date: '2026-12-25', name: 'Christmas Day', periods: [] }],
    leftOut: [],
  })
})

test.each<[string, string, string[]]>([
  ['one day', 'DTSTART;VALUE=DATE:20261224|DTEND;VALUE=DATE:20261225', ['2026-12-24']],
  [
    'three days, the end not included',
    'DTSTART;VALUE=DATE:20261224|DTEND;VALUE=DATE:20261227',
    ['2026-12-24', '2026-12-25', '2026-12-26'],
  ],
  ['a length instead of an end', 'DTSTART;VALUE=DATE:20261230|DURATION:P2D', ['2026-12-30', '2026-12-31']],
  ['an end equal to the beginning', 'DTSTART;VALUE=DATE:20261224|DTEND;VALUE=DATE:20261224', ['2026-12-24']],
  ['an end before the beginning', 'DTSTART;VALUE=DATE:20261224|DTEND;VALUE=DATE:20261220', ['2026-12-24']],
  ['days that begin before the years asked for', 'DTSTART;VALUE=DATE:20251230|DTEND;VALUE=DATE:20260102', ['2026-01-01']],
  ['days that end after them', 'DTSTART;VALUE=DATE:20271231|DTEND;VALUE=DATE:20280102', ['2027-12-31']],
  ['the day before them', 'DTSTART;VALUE=DATE:20251231', []],
  ['the day after them', 'DTSTART;VALUE=DATE:20280101', []],
])('[WS13] %s', (_name, lines, days) => {
  expect(dates(`UID:1|SUMMARY:Days off|${lines}`)).toEqual(days)
})

test.each<[string, string, string[]]>([
  ['every year', 'RRULE:FREQ=YEARLY', ['2026-05-01', '2027-05-01']],
  ['every year until 2026', 'RRULE:FREQ=YEARLY;UNTIL=20261231', ['2026-05-01']],
  ['the fourth Thursday of November', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', ['2026-11-26', '2027-11-25']],
  ['every year but one', 'RRULE:FREQ=YEARLY|EXDATE;VALUE=DATE:20260501', ['2027-05-01']],
  ['on given dates', 'RDATE;VALUE=DATE:20260606,20270606', ['2026-06-06', '2027-06-06']],
  ['a day in five months of which three are over', 'RRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=5', ['2026-02-01', '2026-05-01']],
  ['a rule that never comes true', 'RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', []],
])('[WS14] an event that repeats: %s', (_name, rule, days) => {
  const start = rule.includes('MONTHLY;INTERVAL') ? '20250501' : '20200501'
  expect(dates(`UID:1|SUMMARY:Day off|DTSTART;VALUE=DATE:${start}|${rule}`)).toEqual(days)
})

test('[WS14] an event that repeats without end is read for the years asked for only', () => {
  expect(dates('UID:1|SUMMARY:Friday|DTSTART;VALUE=DATE:20200501|RRULE:FREQ=WEEKLY')).toHaveLength(105)
})

test('[WS14] one occurrence may be moved, and another called off', () => {
  const yearly = 'UID:1|SUMMARY:Outing|DTSTART;VALUE=DATE:20250610|RRULE:FREQ=YEARLY'
  const moved = 'UID:1|SUMMARY:Outing|RECURRENCE-ID;VALUE=DATE:20260610|DTSTART;VALUE=DATE:20260612'
  const calledOff = 'UID:1|SUMMARY:Outing|RECURRENCE-ID;VALUE=DATE:20270610|DTSTART;VALUE=DATE:20270610|STATUS:CANCELLED'
  const stranger = 'UID:2|SUMMARY:Fair|RECURRENCE-ID;VALUE=DATE:20260610|DTSTART;VALUE=DATE:20260801'
  expect(dates(yearly)).toEqual(['2026-06-10', '2027-06-10'])
  // Of another series, which the file does not have: a day of its own.
  expect(dates(moved, yearly, calledOff, stranger)).toEqual(['2026-06-12', '2026-08-01'])
})

test.each<[string, string[], string[]]>([
  [
    'its first day beside given dates',
    ['UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20260501|RDATE;VALUE=DATE:20260606,20270606'],
    ['2026-05-01', '2026-06-06', '2027-06-06'],
  ],
  [
    'its first day no more where it is left out',
    ['UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20260501|RDATE;VALUE=DATE:20260606|EXDATE;VALUE=DATE:20260501'],
    ['2026-06-06'],
  ],
  ['no 29 February in other years', ['UID:1|SUMMARY:Leap|DTSTART;VALUE=DATE:20240229|RRULE:FREQ=YEARLY'], []],
  [
    'the 20th Monday of the year',
    ['UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:19970519|RRULE:FREQ=YEARLY;BYDAY=20MO'],
    ['2026-05-18', '2027-05-17'],
  ],
  [
    'Monday of week 20',
    ['UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:19970512|RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'],
    ['2026-05-11', '2027-05-17'],
  ],
  [
    'the last days of February and November',
    ['UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20200229|RRULE:FREQ=YEARLY;BYMONTH=2,11;BYMONTHDAY=-1'],
    ['2026-02-28', '2026-11-30', '2027-02-28', '2027-11-30'],
  ],
  ['nothing of what is called off in any letters', ['UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20260501|STATUS:Cancelled'], []],
  [
    'a day that was moved in from outside the years',
    [
      'UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20251230|RRULE:FREQ=YEARLY;COUNT=1',
      'UID:1|SUMMARY:Fair|RECURRENCE-ID;VALUE=DATE:20251230|DTSTART;VALUE=DATE:20260102',
    ],
    ['2026-01-02'],
  ],
  [
    'a day that was moved in from the year after',
    [
      'UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20280102|RRULE:FREQ=YEARLY',
      'UID:1|SUMMARY:Fair|RECURRENCE-ID;VALUE=DATE:20280102|DTSTART;VALUE=DATE:20271230',
    ],
    ['2027-12-30'],
  ],
  [
    'not the day of a series that was given a time',
    [
      'UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20260501|RRULE:FREQ=YEARLY;COUNT=2',
      'UID:1|SUMMARY:Fair|RECURRENCE-ID;VALUE=DATE:20260501|DTSTART:20260501T100000Z',
    ],
    ['2027-05-01'],
  ],
])('[WS24] what closes: %s', (_name, events, days) => {
  expect(dates(...events)).toEqual(days)
})

test('[WS24] a byte order mark before the calendar is none of its letters', () => {
  expect(readHolidays(`\uFEFF${calendar(christmas)}`, years)).toMatchObject({ state: 'read', holidays: [{ date: '2026-12-25' }] })
})

const fair = 'UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20260501'
test.each<[string, string, CalendarFault]>([
  ['no times at all', `${fair}|RRULE:FREQ=YEARLY;COUNT=0`, notRead('RRULE', 'FREQ=YEARLY;COUNT=0')],
  ['two rules', `${fair}|RRULE:FREQ=YEARLY|RRULE:FREQ=MONTHLY`, notRead('RRULE', 'FREQ=YEARLY FREQ=MONTHLY')],
  [
    'days left out by a rule',
    `${fair}|RRULE:FREQ=YEARLY|EXRULE:FREQ=YEARLY;INTERVAL=2`,
    notRead('EXRULE', 'FREQ=YEARLY;INTERVAL=2'),
  ],
  [
    'all days from one on moved',
    `${fair}|RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260501`,
    notRead('RECURRENCE-ID', 'THISANDFUTURE'),
  ],
  [
    'a date left out that has a time',
    `${fair}|RRULE:FREQ=YEARLY|EXDATE:20270501T000000Z`,
    { place: 'event 1, Fair, EXDATE', fault: 'not-a-date', seen: '2027-05-01T00:00:00Z' },
  ],
  [
    'given dates with times',
    `${fair}|RDATE:20270501T000000Z`,
    { place: 'event 1, Fair, RDATE', fault: 'not-a-date', seen: '2027-05-01T00:00:00Z' },
  ],
  ['half a day', `${fair}|DURATION:PT12H`, { place: 'event 1, Fair, DURATION', fault: 'not-a-date', seen: 'PT12H' }],
  [
    'more than 2,000 days in all',
    'UID:1|SUMMARY:Fair|DTSTART;VALUE=DATE:20260101|DTEND;VALUE=DATE:20270101|RDATE;VALUE=DATE:20260102,20260103',
    { place: 'event 1, Fair', fault: 'too-many-days', seen: '>2000', expected: '2000' },
  ],
])('[WS22] refused with its place: %s', (name, event, fault) => {
  const file = name.startsWith('more than') ? Array.from({ length: 6 }, () => event) : [event]
  const read = readHolidays(calendar(...file), years)
  expect(read).toMatchObject({ state: 'broken', fault: { ...fault, place: expect.stringMatching(/^event \d, Fair/) } })
  if (file.length === 1) expect(read).toEqual({ state: 'broken', fault })
})

function notRead(property: string, seen: string): CalendarFault {
  return { place: `event 1, Fair, ${property}`, fault: 'repetition-not-read', seen }
}

test('[WS15] what is no holiday is left out by name', () => {
  const party = 'UID:2|SUMMARY:Party|DTSTART:20261218T180000Z|DTEND:20261218T220000Z'
  const calledOff = 'UID:3|SUMMARY:Outing|DTSTART;VALUE=DATE:20260612|STATUS:CANCELLED'
  const nameless = 'UID:4|DTSTART:20261218T180000Z'
  expect(read(party, christmas, calledOff, nameless)).toEqual({
    state: 'read',
    holidays: [expect.objectContaining({ name: 'Christmas Day' })],
    leftOut: [
      { event: 'Party', why: 'not-all-day' },
      { event: 'Outing', why: 'cancelled' },
      { event: '4', why: 'not-all-day' },
    ],
  })
})

test('[WS13] holidays come by date, whatever the order in the file', () => {
  expect(dates(christmas, 'UID:2|SUMMARY:New Year|DTSTART;VALUE=DATE:20260101')).toEqual(['2026-01-01', '2026-12-25'])
  expect(dates()).toEqual([])
})

const tooLong = calendar(`SUMMARY:${'x'.repeat(2_000_000)}`)

test.each<[string, string, CalendarFault]>([
  ['nothing', '', { place: 'calendar', fault: 'not-one-calendar', seen: '0', expected: '1' }],
  ['a web page', '<html></html>', { place: 'calendar', fault: 'not-one-calendar', seen: '0', expected: '1' }],
  ['two calendars', `${calendar()}\r\n${calendar()}`, { place: 'calendar', fault: 'not-one-calendar', seen: '2', expected: '1' }],
  [
    'a file cut off',
    calendar(christmas).slice(0, -30),
    { place: 'calendar', fault: 'not-icalendar', seen: expect.stringContaining('did not end') },
  ],
  [
    'a line without a name',
    calendar('UID:1|no colon here|SUMMARY:X'),
    { place: 'line 6', fault: 'not-icalendar', seen: expect.stringContaining('no colon here') },
  ],
  [
    'a long line without a name, folded',
    calendar('UID:1|this line has no name|  and goes on|SUMMARY:X'),
    { place: 'line 6', fault: 'not-icalendar', seen: expect.stringContaining('goes on') },
  ],
  [
    'an event without a date',
    calendar(christmas, 'UID:2|SUMMARY:Easter'),
    { place: 'event 2, Easter', fault: 'no-date', seen: '', expected: 'DTSTART' },
  ],
  [
    'a month that is none',
    calendar('UID:2|SUMMARY:Easter|DTSTART;VALUE=DATE:20261301'),
    { place: 'event 1, Easter, DTSTART', fault: 'not-a-date', seen: '2026-13-01' },
  ],
  [
    'a day that is none',
    calendar('UID:2|SUMMARY:Easter|DTSTART;VALUE=DATE:20260230'),
    { place: 'event 1, Easter, DTSTART', fault: 'not-a-date', seen: '2026-02-30' },
  ],
  [
    'half a date',
    calendar('UID:2|SUMMARY:Easter|DTSTART;VALUE=DATE:2026'),
    { place: 'event 1, Easter, DTSTART', fault: 'not-a-date', seen: '2026--' },
  ],
  [
    'a date said to be a time',
    calendar('UID:2|SUMMARY:Easter|DTSTART:20260405'),
    { place: 'event 1, Easter, DTSTART', fault: 'not-a-date', seen: '2026-04-05T::' },
  ],
  [
    'an end that is none',
    calendar(`${christmas}|DTEND;VALUE=DATE:20261232`),
    { place: 'event 1, Christmas Day, DTEND', fault: 'not-a-date', seen: '2026-12-32' },
  ],
  [
    'a rule that is none',
    calendar(`${christmas}|RRULE:FREQ=NOW`),
    { place: 'line 8', fault: 'not-icalendar', seen: expect.stringContaining('NOW') },
  ],
  [
    'a rule that would never end',
    calendar(`${christmas}|RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`),
    { place: 'event 1, Christmas Day, RRULE', fault: 'repetition-not-read', seen: expect.stringContaining('FREQ=DAILY') },
  ],
  [
    'every second',
    calendar(`${christmas}|RRULE:FREQ=SECONDLY`),
    { place: 'event 1, Christmas Day, RRULE', fault: 'repetition-not-read', seen: 'FREQ=SECONDLY' },
  ],
  [
    'every day since long ago',
    calendar('UID:1|SUMMARY:Day|DTSTART;VALUE=DATE:19000101|RRULE:FREQ=DAILY'),
    { place: 'event 1, Day', fault: 'too-many-occurrences', seen: '>3000', expected: '3000' },
  ],
  [
    'more than a year at a stretch',
    calendar('UID:1|SUMMARY:Long|DTSTART;VALUE=DATE:20260101|DTEND;VALUE=DATE:20270103'),
    { place: 'event 1, Long', fault: 'too-many-days', seen: '367', expected: '366' },
  ],
  [
    '101 events that repeat',
    calendar(...Array.from({ length: 101 }, () => `${christmas}|RRULE:FREQ=YEARLY`)),
    { place: 'calendar', fault: 'too-many-repeating', seen: '101', expected: '100' },
  ],
  [
    '2,001 events',
    calendar(...Array.from({ length: 2_001 }, () => christmas)),
    { place: 'calendar', fault: 'too-many-events', seen: '2001', expected: '2000' },
  ],
  [
    'two million characters',
    tooLong,
    { place: 'calendar', fault: 'too-long', seen: String(tooLong.length), expected: '2000000' },
  ],
])('[WS16] %s is refused with its place', (_name, file, fault) => {
  expect(readHolidays(file, years)).toEqual({ state: 'broken', fault })
})

test('[WS16] three thousand occurrences are read, one more is refused', () => {
  const daily = (count: number) => dates(`UID:1|SUMMARY:Day|DTSTART;VALUE=DATE:20190101|RRULE:FREQ=DAILY;COUNT=${count}`)
  expect(daily(3_000).at(-1)).toBe('2027-03-19')
  expect(daily(3_001)).toEqual([expect.objectContaining({ fault: 'too-many-occurrences' })])
})
