import type { ClosedDays } from '@portico/protocol/hours'
import { Temporal } from 'temporal-polyfill'
import type { HoursFault } from '../workspace/check-hours.ts'
import type { Holiday } from '../workspace/hours.ts'
import { isIsoDate } from '../workspace/iso-date.ts'

const DAYS_MAX = 366

/** The dates that are meant by days written by hand, from one to another, both included. */
export function closedDates(days: readonly ClosedDays[], { from, to }: { from: string; to: string }): readonly Holiday[] {
  return days.flatMap((each) =>
    spansOf(each, { from, to })
      .filter((date) => date >= from && date <= to)
      .map((date) => ({ date, name: each.name, periods: each.periods })),
  )
}

function spansOf({ from, to, repeats }: ClosedDays, within: { from: string; to: string }): readonly string[] {
  const first = Temporal.PlainDate.from(from)
  const length = first.until(to).days + 1
  if (repeats === 'once') return datesFrom(first, length)
  const years = yearsBetween(first.year, within)
  return years.flatMap((year) => {
    const begins = first.with({ year })
    // What begins on 29 February does so in leap years alone.
    return begins.day === first.day ? datesFrom(begins, length) : []
  })
}

/** One more before: days may reach over New Year. */
function yearsBetween(first: number, { from, to }: { from: string; to: string }): readonly number[] {
  const begin = Math.max(first, Number(from.slice(0, 4)) - 1)
  return Array.from({ length: Math.max(0, Number(to.slice(0, 4)) - begin + 1) }, (_, i) => begin + i)
}

const datesFrom = (first: Temporal.PlainDate, length: number): readonly string[] =>
  Array.from({ length }, (_, days) => first.add({ days }).toString())

/** What keeps them from being saved, each with its place. */
export function checkClosedDays(days: readonly ClosedDays[]): readonly HoursFault[] {
  return days.flatMap(({ from, to }, index): readonly HoursFault[] => {
    for (const [end, date] of Object.entries({ from, to })) {
      if (!isIsoDate(date)) return [{ place: `days[${index}].${end}`, fault: 'not-a-date', seen: date }]
    }
    const length = Temporal.PlainDate.from(from).until(to).days + 1
    if (length < 1) return [{ place: `days[${index}].to`, fault: 'ends-before-it-begins', seen: to, expected: from }]
    return length > DAYS_MAX
      ? [{ place: `days[${index}].to`, fault: 'too-many', seen: `${length}`, expected: `${DAYS_MAX}` }]
      : []
  })
}
