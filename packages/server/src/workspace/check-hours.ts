import type { Fault } from '@portico/protocol/faults'
import { type Holiday, type Hours, type Period, WEEKDAYS } from './hours.ts'
import { isIsoDate } from './iso-date.ts'
import { isZone } from './zone.ts'

const PERIODS_MAX = 10
const HOLIDAYS_MAX = 2_000
const MINUTES_A_DAY = 24 * 60

/** The place is a path into the hours, such as `week.monday[1].to`. */
export type HoursFault = Fault<
  'not-a-zone' | 'not-a-date' | 'not-a-time' | 'ends-before-it-begins' | 'longer-than-a-day' | 'overlaps' | 'too-many'
>

/** What keeps these hours from being saved. */
export function checkHours(hours: Hours): readonly HoursFault[] {
  return [
    ...faultsOfZone(hours.zone),
    ...WEEKDAYS.flatMap((weekday) => faultsOfPeriods(hours.week[weekday], `week.${weekday}`)),
    ...faultsOfHolidays(hours.holidays),
  ]
}

function faultsOfZone(zone: string): readonly HoursFault[] {
  return isZone(zone) ? [] : [{ place: 'zone', fault: 'not-a-zone', seen: zone }]
}

function faultsOfHolidays(holidays: readonly Holiday[]): readonly HoursFault[] {
  if (holidays.length > HOLIDAYS_MAX) {
    return [{ place: 'holidays', fault: 'too-many', seen: `${holidays.length}`, expected: `${HOLIDAYS_MAX}` }]
  }
  return holidays.flatMap(({ date, periods }, index) => [
    ...(isIsoDate(date) ? [] : [{ place: `holidays[${index}].date`, fault: 'not-a-date' as const, seen: date }]),
    ...faultsOfPeriods(periods, `holidays[${index}].periods`),
  ])
}

function faultsOfPeriods(periods: readonly Period[], place: string): readonly HoursFault[] {
  if (periods.length > PERIODS_MAX) {
    return [{ place, fault: 'too-many', seen: `${periods.length}`, expected: `${PERIODS_MAX}` }]
  }
  const faults = periods.flatMap((period, index) => faultsOfPeriod(period, `${place}[${index}]`))
  return faults.length > 0 ? faults : faultsOfOverlap(periods, place)
}

function faultsOfPeriod({ from, to, ends }: Period, place: string): readonly HoursFault[] {
  const [begin, end] = [minuteOf(from), minuteOf(to)]
  if (begin === undefined || begin === MINUTES_A_DAY) {
    return [{ place: `${place}.from`, fault: 'not-a-time', seen: from, expected: '00:00–23:59' }]
  }
  if (end === undefined) return [{ place: `${place}.to`, fault: 'not-a-time', seen: to, expected: '00:00–24:00' }]
  if (ends === 'same-day' && end <= begin) {
    return [{ place: `${place}.to`, fault: 'ends-before-it-begins', seen: to, expected: from }]
  }
  return ends === 'next-day' && end > begin
    ? [{ place: `${place}.to`, fault: 'longer-than-a-day', seen: to, expected: from }]
    : []
}

/** Called with sound periods only. */
function faultsOfOverlap(periods: readonly Period[], place: string): readonly HoursFault[] {
  const spans = periods.map(({ from, to, ends }, index) => ({
    index,
    from,
    begin: minuteOf(from) ?? 0,
    end: (minuteOf(to) ?? 0) + (ends === 'next-day' ? MINUTES_A_DAY : 0),
  }))
  return spans
    .toSorted((one, other) => one.begin - other.begin)
    .flatMap((span, order, sorted): readonly HoursFault[] => {
      const before = sorted[order - 1]
      if (!before || span.begin >= before.end) return []
      return [
        { place: `${place}[${span.index}].from`, fault: 'overlaps', seen: span.from, expected: `${place}[${before.index}]` },
      ]
    })
}

function minuteOf(time: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(time) ?? []
  if (hour !== undefined && minute !== undefined) return Number(hour) * 60 + Number(minute)
  return time === '24:00' ? MINUTES_A_DAY : undefined
}
