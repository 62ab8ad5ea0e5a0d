import { Temporal } from 'temporal-polyfill'

/** From an instant, included, to another, excluded. */
export type Period = { from: number; to: number }

export type Step = 'day' | 'week' | 'month'

const DAY_MS = 86_400_000

export function contains({ from, to }: Period, at: number): boolean {
  return from <= at && at < to
}

/** The last so many times 24 hours, this instant included: hours, not calendar days. */
export function trailing({ days, at }: { days: number; at: number }): Period {
  return { from: at - days * DAY_MS, to: at + 1 }
}

/** The zone's calendar day, week from Monday, or month around an instant; a day of changing clocks has 23 or 25 hours. */
export function around({ step, at, zone }: { step: Step; at: number; zone: string }): Period {
  const start = startOf(step, localDay(at, zone))
  return { from: instantOf(start, zone), to: instantOf(next(step, start), zone) }
}

/** The whole one before that. */
export function before({ step, at, zone }: { step: Step; at: number; zone: string }): Period {
  return around({ step, at: around({ step, at, zone }).from - 1, zone })
}

function localDay(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
}

function startOf(step: Step, day: Temporal.PlainDate): Temporal.PlainDate {
  switch (step) {
    case 'day':
      return day
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 })
    case 'month':
      return day.with({ day: 1 })
  }
}

function next(step: Step, day: Temporal.PlainDate): Temporal.PlainDate {
  switch (step) {
    case 'day':
      return day.add({ days: 1 })
    case 'week':
      return day.add({ weeks: 1 })
    case 'month':
      return day.add({ months: 1 })
  }
}

function instantOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds
}
