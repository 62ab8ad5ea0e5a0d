import type { HoursView } from '@portico/protocol/hours'

export type Week = HoursView['week']
export type Period = Week['monday'][number]

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const MINUTES_A_DAY = 24 * 60
const USUAL: Period = { from: '09:00', to: '17:00', ends: 'same-day' }
const HOUR = 60

/** What ends before it begins goes on over midnight. */
export const periodOf = (from: string, to: string): Period => ({ from, to, ends: to > from ? 'same-day' : 'next-day' })

/** One more, after those that are there, as far as the day goes. */
export function anotherPeriod(periods: readonly Period[]): Period {
  const last = periods.at(-1)
  if (!last) return USUAL
  const from = Math.min(minuteOf(last.to) + HOUR, MINUTES_A_DAY - HOUR)
  return periodOf(clock(from), clock(Math.min(from + 4 * HOUR, MINUTES_A_DAY - 1)))
}

/** Where it stands on the bar of its day, in shares of it. */
export function barOf({ from, to, ends }: Period): { begin: number; length: number } {
  const begin = minuteOf(from)
  const end = ends === 'next-day' ? MINUTES_A_DAY : minuteOf(to)
  return { begin: begin / MINUTES_A_DAY, length: Math.max(0, end - begin) / MINUTES_A_DAY }
}

/** A shape over the hours of a day, from nothing to the most of the week. */
export function groundOf(counts: readonly number[], most: number): string {
  const points = counts.map((count, hour) => `${hour + 0.5},${most === 0 ? 1 : 1 - (0.9 * count) / most}`)
  return ['0,1', ...points, `${counts.length},1`].join(' ')
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * HOUR + minutes
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`
