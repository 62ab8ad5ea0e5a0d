/** Dates and numbers as a language writes them. Instants are milliseconds; the zone is the reader's own. */
export type Format = {
  time: (at: number) => string
  day: (at: number) => string
  dateTime: (at: number) => string
  /** For lists: the time today, the weekday within a week, else the date. */
  brief: (at: number, now: number) => string
  /** The day for a separator: today, yesterday, or the date. */
  dayName: (at: number, now: number) => string
  /** Such as “3 min. ago”; undefined for less than a minute. */
  ago: (at: number, now: number) => string | undefined
  ratio: (value: number) => string
  percent: (share: number) => string
  /** With its sign. */
  difference: (value: number) => string
  count: (value: number) => string
  list: (parts: readonly string[]) => string
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export function formatIn(language: string): Format {
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' })
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short' })
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })
  const longDate = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const ago = new Intl.RelativeTimeFormat(language, { style: 'short' })
  const ratio = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const count = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const difference = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    time: (at) => time.format(at),
    day: (at) => longDate.format(at),
    dateTime: (at) => dateTime.format(at),
    brief: (at, now) => {
      const days = daysBetween(at, now)
      if (days <= 0) return time.format(at)
      return days < 7 ? weekday.format(at) : date.format(at)
    },
    dayName: (at, now) => {
      const days = daysBetween(at, now)
      return days === 0 || days === 1 ? capitalised(relative.format(-days, 'day'), language) : longDate.format(at)
    },
    ago: (at, now) => {
      const ms = now - at
      if (ms < MINUTE_MS) return undefined
      if (ms < HOUR_MS) return ago.format(-Math.floor(ms / MINUTE_MS), 'minute')
      return ms < DAY_MS ? ago.format(-Math.floor(ms / HOUR_MS), 'hour') : ago.format(-Math.floor(ms / DAY_MS), 'day')
    },
    // Rounded down: a ratio that is said to reach 4.5 must not be 4.46.
    ratio: (value) => ratio.format(Math.floor(value * 10) / 10),
    percent: (share) => percent.format(share),
    difference: (value) => difference.format(value),
    count: (value) => count.format(value),
    list: (parts) => list.format(parts),
  }
}

const daysBetween = (earlier: number, later: number): number => Math.round((startOfDay(later) - startOfDay(earlier)) / DAY_MS)

function startOfDay(at: number): number {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}

const capitalised = (text: string, language: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
