const DAY_MS = 24 * 60 * 60_000

/** A rule of RFC 5545, 3.3.10, as far as it speaks of dates. Weekdays count from Monday, 0; `nth` 0 is each of them. */
export type DateRule = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  wkst: number
  count?: number
  until?: string
  bymonth?: readonly number[]
  byweekno?: readonly number[]
  byyearday?: readonly number[]
  bymonthday?: readonly number[]
  byday?: readonly { nth: number; weekday: number }[]
  bysetpos?: readonly number[]
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** As it is written in a file. */
export function written({ byday, wkst, interval, until, ...rule }: DateRule): string {
  const parts = { ...rule, until: until?.replaceAll('-', ''), interval: interval === 1 ? undefined : interval }
  const days = byday?.map(({ nth, weekday }) => `${nth === 0 ? '' : nth}${CODES[weekday]}`).join(',')
  return Object.entries({ ...parts, byday: days, wkst: wkst === 0 ? undefined : CODES[wkst] })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name.toUpperCase()}=${String(value)}`)
    .join(';')
}

/**
 * The days of a rule from its first to another, by the words of the RFC and no cleverness: every single day is looked at. What the
 * rule leaves open is taken from the first day.
 */
export function daysOfRule(rule: DateRule, first: string, last: string): readonly string[] {
  const start = dayOf(first)
  const fits = looksAt(completed(rule, first))
  const until = rule.until === undefined ? dayOf(last) : Math.min(dayOf(last), dayOf(rule.until))
  const found: number[] = []
  let fitting: number[] = []
  // A period is whole, before the first day and after the last one too: BYSETPOS counts within it.
  for (let day = beginning(rule, start); ; day++) {
    if (day > start && beginning(rule, day) === day) {
      found.push(...chosen(fitting, rule.bysetpos))
      fitting = []
      if (day > until) break
    }
    if (ordinal(rule, day) % rule.interval === ordinal(rule, start) % rule.interval && fits(day)) fitting.push(day)
  }
  return found
    .filter((day) => day >= start && day <= until)
    .slice(0, rule.count)
    .map(isoOf)
}

function completed(rule: DateRule, first: string): DateRule {
  const { month, date, weekday } = partsOf(dayOf(first))
  const byday = [{ nth: 0, weekday }]
  if (rule.byday || rule.bymonthday || rule.byyearday) return rule
  switch (rule.freq) {
    case 'DAILY':
      return rule
    case 'WEEKLY':
      return { ...rule, byday }
    case 'MONTHLY':
      return { ...rule, bymonthday: [date] }
    case 'YEARLY':
      return rule.byweekno ? { ...rule, byday } : { ...rule, bymonth: rule.bymonth ?? [month], bymonthday: [date] }
  }
}

const looksAt = (rule: DateRule) => (day: number) => {
  const { month, date, weekday, monthLength, yearDay, yearLength } = partsOf(day)
  const within = rule.freq === 'YEARLY' && !rule.bymonth ? { at: yearDay, of: yearLength } : { at: date, of: monthLength }
  const week = rule.byweekno ? weekOf(day, rule.wkst) : { number: 0, of: 0 }
  return (
    among(rule.bymonth, month) &&
    among(rule.bymonthday, date, monthLength) &&
    among(rule.byyearday, yearDay, yearLength) &&
    among(rule.byweekno, week.number, week.of) &&
    (!rule.byday || rule.byday.some((each) => each.weekday === weekday && (each.nth === 0 || isNth(each.nth, within))))
  )
}

/** Counted from the beginning, or from the end where the number is below nought. */
const among = (numbers: readonly number[] | undefined, at: number, of = 0) =>
  !numbers || numbers.some((number) => number === at || (of > 0 && number === at - of - 1))

const isNth = (nth: number, { at, of }: { at: number; of: number }) =>
  nth > 0 ? Math.ceil(at / 7) === nth : Math.ceil((of - at + 1) / 7) === -nth

type Week = { number: number; of: number }
const knownWeeks = new Map<string, Week>()

/** The first week of a year is the first with at least four days in it. */
function weekOf(day: number, wkst: number): Week {
  const key = `${weekBeginning(day, wkst)} ${wkst}`
  const week = knownWeeks.get(key) ?? weekFrom(day, wkst)
  knownWeeks.set(key, week)
  return week
}

function weekFrom(day: number, wkst: number): Week {
  const monday = weekBeginning(day, wkst)
  const { year } = partsOf(monday + 3)
  const firstOf = (each: number) => weekBeginning(dayOf(`${each}-01-04`), wkst)
  return { number: (monday - firstOf(year)) / 7 + 1, of: (firstOf(year + 1) - firstOf(year)) / 7 }
}

const weekBeginning = (day: number, wkst: number) => day - ((partsOf(day).weekday - wkst + 7) % 7)

function beginning({ freq, wkst }: DateRule, day: number): number {
  const { year, date } = partsOf(day)
  if (freq === 'DAILY') return day
  if (freq === 'WEEKLY') return weekBeginning(day, wkst)
  return freq === 'MONTHLY' ? day - date + 1 : dayOf(`${year}-01-01`)
}

/** The number of its period among all such periods. */
function ordinal({ freq, wkst }: DateRule, day: number): number {
  const { year, month } = partsOf(day)
  if (freq === 'DAILY') return day
  if (freq === 'WEEKLY') return Math.floor((weekBeginning(day, wkst) + 70_000) / 7)
  return freq === 'MONTHLY' ? year * 12 + month : year
}

const chosen = (days: readonly number[], positions: readonly number[] | undefined) =>
  positions ? days.filter((_, index) => among(positions, index + 1, days.length)) : days

type Parts = {
  year: number
  month: number
  date: number
  weekday: number
  monthLength: number
  yearDay: number
  yearLength: number
}

const knownDays = new Map<number, Parts>()

function partsOf(day: number): Parts {
  const known = knownDays.get(day)
  if (known) return known
  const at = new Date(day * DAY_MS)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + 1]
  const parts = {
    year,
    month,
    date: at.getUTCDate(),
    weekday: (at.getUTCDay() + 6) % 7,
    monthLength: new Date(Date.UTC(year, month, 0)).getUTCDate(),
    yearDay: day - dayOf(`${year}-01-01`) + 1,
    yearLength: dayOf(`${year + 1}-01-01`) - dayOf(`${year}-01-01`),
  }
  knownDays.set(day, parts)
  return parts
}

const dayOf = (iso: string) => Date.parse(`${iso}T00:00Z`) / DAY_MS
const isoOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)
