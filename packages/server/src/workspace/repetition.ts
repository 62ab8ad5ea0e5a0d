import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

const NUMBERS = {
  BYMONTH: { max: 12, signed: false },
  BYMONTHDAY: { max: 31, signed: true },
  BYYEARDAY: { max: 366, signed: true },
  BYWEEKNO: { max: 53, signed: true },
  BYSETPOS: { max: 366, signed: true },
} as const
const OF_FREQUENCY: Record<string, readonly string[]> = {
  DAILY: ['BYMONTH', 'BYDAY'],
  WEEKLY: ['BYMONTH', 'BYDAY', 'BYSETPOS'],
  MONTHLY: ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'],
  YEARLY: ['BYMONTH', 'BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'],
}
/** A date has no time of day; the RFC says that these are passed over then. */
const OF_TIMES = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
const WEEKDAY = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/
const COUNTED = /^[1-9]\d{0,8}$/
/** The library looks at so many days, weeks, months or years at a time. */
const YEARS_AT_A_TIME = 10
/** Of what began before, only so much is looked at. */
const YEARS_BACK_MAX = 150

/** A rule of RFC 5545, 3.3.10, that is proved to be read as the RFC says. `until` is all that its end could mean. */
export type Repetition = { parts: Parts; count: number | undefined; until: readonly [string, string] | undefined }
type Parts = ReadonlyMap<string, readonly string[]>

/** None where the text is no rule for dates, or one of those that libraries read in different ways. */
export function readRepetition(text: string): Repetition | undefined {
  const written = text.toUpperCase().split(';')
  const parts = new Map(written.map((part) => [part.split('=')[0] ?? '', (part.split('=')[1] ?? '').split(',')] as const))
  if (parts.size !== written.length || !written.every((part) => /^[A-Z]+=[^=]+$/.test(part))) return undefined
  for (const name of OF_TIMES) parts.delete(name)
  const count = parts.get('COUNT')?.join()
  const until = parts.has('UNTIL') ? endOf(parts.get('UNTIL')?.join() ?? '') : undefined
  if (parts.has('UNTIL') && (!until || count !== undefined)) return undefined
  if (count !== undefined && !COUNTED.test(count)) return undefined
  return isWhole(parts) && isProved(parts) ? { parts, count: count === undefined ? undefined : Number(count), until } : undefined
}

/** An end that has a time of day is on this date or a neighbour's, wherever the calendar is kept. */
function endOf(written: string): readonly [string, string] | undefined {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/.exec(written) ?? []
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`)
    if (time === undefined) return [date.toString(), date.toString()]
    return [date.subtract({ days: 1 }).toString(), date.add({ days: 1 }).toString()]
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return undefined
  }
}

/** By the words of the RFC: what it knows of, within its ranges, and nothing that it forbids. */
function isWhole(parts: Parts): boolean {
  const allowed = OF_FREQUENCY[parts.get('FREQ')?.join() ?? '']
  if (!allowed) return false
  const numbered = parts.get('BYDAY')?.some((day) => !/^[A-Z]/.test(day)) ?? false
  if (numbered && (!allowed.includes('BYMONTHDAY') || parts.has('BYWEEKNO'))) return false
  if (parts.has('BYSETPOS') && ![...parts.keys()].some((name) => name !== 'BYSETPOS' && name.startsWith('BY'))) return false
  return [...parts].every(([name, values]) => {
    switch (name) {
      case 'FREQ':
      case 'COUNT':
      case 'UNTIL':
        return true
      case 'INTERVAL':
        return COUNTED.test(values.join())
      case 'WKST':
        return WEEKDAY.test(values.join()) && values.join().length === 2
      case 'BYDAY':
        return allowed.includes(name) && values.every((day) => WEEKDAY.test(day) && !/^[+-]?0/.test(day))
      case 'BYMONTH':
      case 'BYMONTHDAY':
      case 'BYYEARDAY':
      case 'BYWEEKNO':
      case 'BYSETPOS':
        return allowed.includes(name) && values.every((value) => isWithin(value, NUMBERS[name]))
      default:
        return false
    }
  })
}

const isWithin = (value: string, { max, signed }: { max: number; signed: boolean }) =>
  (signed ? /^[+-]?\d{1,3}$/ : /^\d{1,2}$/).test(value) && Math.abs(Number(value)) >= 1 && Math.abs(Number(value)) <= max

/** Of these the library gives other days than the RFC, or the RFC can be read in two ways. */
function isProved(parts: Parts): boolean {
  const byday = parts.get('BYDAY')
  const weeks = parts.get('BYWEEKNO')?.map(Number) ?? []
  const numbers = byday?.map((day) => Number.parseInt(day, 10)).filter((number) => !Number.isNaN(number)) ?? []
  const ways = ['BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY'].filter((name) => parts.has(name))
  if (ways.length > 1 || (byday && parts.has('BYYEARDAY')) || (numbers.length > 0 && parts.has('BYMONTHDAY'))) return false
  if (numbers.some((number) => Math.abs(number) > 52)) return false
  // Days of such a week lie in two years.
  const isSplit = weeks.some((week) => Math.abs(week) === 1 || Math.abs(week) > 51)
  return !isSplit || (!parts.has('BYSETPOS') && (parts.get('INTERVAL')?.join() ?? '1') === '1')
}

type Span = { first: string; last: string; max: number }

/**
 * The days of a rule from the first to another, the first included, whether it is one of the rule's or not. None where there are
 * too many, or where the rule can be read in two ways that give different days.
 */
export function daysOf(repetition: Repetition, { first, last, max }: Span): readonly string[] | 'too-many' | 'unclear' {
  const [until, orUntil] = repetition.until ?? [last, last]
  const days = expanded(repetition, { first, last: earlier(until, last), max })
  if (days === 'too-many' || days === 'unclear') return days
  if (orUntil !== until && expanded(repetition, { first, last: earlier(orUntil, last), max }).length !== days.length)
    return 'unclear'
  if (days.includes(first)) return days
  // Whether a first day that is not one of the rule's is counted the RFC leaves open.
  return repetition.count === undefined ? [first, ...days] : 'unclear'
}

const earlier = (one: string, other: string) => (one < other ? one : other)

function expanded({ parts, count }: Repetition, { first, last, max }: Span): readonly string[] | 'too-many' | 'unclear' {
  if (count !== undefined && count > max) return 'too-many'
  const begun = Temporal.PlainDate.from(first)
  const end = Temporal.PlainDate.from(last)
  const text = [...parts].filter(([name]) => name !== 'UNTIL').map(([name, values]) => `${name}=${values.join()}`)
  try {
    const rule = new RRuleTemporal({ rruleString: text.join(';'), dtstart: midnight(begun), strict: true, cache: false })
    const oldest = end.subtract({ years: YEARS_BACK_MAX })
    let from = Temporal.PlainDate.compare(begun, oldest) < 0 ? oldest : begun
    const days: string[] = []
    while (Temporal.PlainDate.compare(from, end) <= 0) {
      const next = count === undefined ? from.add({ years: YEARS_AT_A_TIME }) : end.add({ days: 1 })
      const to = Temporal.PlainDate.compare(next, end) > 0 ? end : next.subtract({ days: 1 })
      days.push(...rule.between(midnight(from), midnight(to), true).map((at) => at.toString().slice(0, 10)))
      if (days.length > max) return 'too-many'
      from = next
    }
    return days
  } catch (error) {
    // The library throws plain errors at what it does not read, and where it would look for ever.
    if (!(error instanceof Error)) throw error
    return 'unclear'
  }
}

const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime('UTC')
