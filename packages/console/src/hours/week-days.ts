import type { HoursView } from '@portico/protocol/hours'

export type Week = HoursView['week']
export type Period = Week['monday'][number]

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export const MINUTES_A_DAY = 24 * 60
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
export function barOf(period: Period): { begin: number; length: number } {
  const begin = minuteOf(period.from)
  return { begin: begin / MINUTES_A_DAY, length: Math.max(0, endOf(period) - begin) / MINUTES_A_DAY }
}

export type Edge = 'from' | 'to'
/** Edges are dragged, and moved by the keys, from quarter to quarter. */
export const STEP = 15

/** Where an edge stands, and how far it can go: up to its neighbours, and never past its other edge. */
export function edgeOf(periods: readonly Period[], index: number, edge: Edge): { least: number; now: number; most: number } {
  const period = periods[index] ?? USUAL
  const [begin, end] = [minuteOf(period.from), endOf(period)]
  const others = periods.filter((_, at) => at !== index)
  if (edge === 'from') {
    const before = others.map(endOf).filter((minute) => minute <= begin)
    return { least: Math.max(0, ...before), now: begin, most: Math.max(begin, end - STEP) }
  }
  const after = others.map(({ from }) => minuteOf(from)).filter((minute) => minute >= end)
  return { least: Math.min(end, begin + STEP), now: end, most: Math.min(MINUTES_A_DAY, ...after) }
}

/** The periods of a day after one of their edges was moved there, as near as it can go. */
export function moveEdge(
  periods: readonly Period[],
  { index, edge, minute }: { index: number; edge: Edge; minute: number },
): Period[] {
  const { least, now, most } = edgeOf(periods, index, edge)
  const there = Math.min(most, Math.max(least, minute))
  return periods.map((period, at) => {
    if (at !== index || there === now) return period
    return edge === 'from' ? { ...period, from: clock(there) } : { from: period.from, to: clock(there), ends: 'same-day' }
  })
}

/** Of a day, at what is shown of it: what goes on over midnight ends with it. */
const endOf = ({ to, ends }: Period): number => (ends === 'next-day' ? MINUTES_A_DAY : minuteOf(to))

/** A shape over the hours of a day, from nothing to the most of the week. */
export function groundOf(counts: readonly number[], most: number): string {
  const points = counts.map((count, hour) => `${hour + 0.5},${most === 0 ? 1 : 1 - (0.9 * count) / most}`)
  return ['0,1', ...points, `${counts.length},1`].join(' ')
}

/** Of the hours of the week in which it is closed the one in which most write; undefined where nobody does. */
export function mostWhileClosed(
  week: Week,
  counts: readonly (readonly number[])[],
): { day: keyof Week; hour: number } | undefined {
  const closed = WEEKDAYS.flatMap((day, index) =>
    (counts[index] ?? []).flatMap((count, hour) => (count > 0 && !isOpenAt(week, index, hour) ? [{ day, hour, count }] : [])),
  )
  const most = closed.toSorted((one, other) => other.count - one.count)[0]
  return most && { day: most.day, hour: most.hour }
}

/** In the middle of that hour, by what began on the day or goes on from the day before. */
function isOpenAt(week: Week, index: number, hour: number): boolean {
  const minute = hour * HOUR + HOUR / 2
  const before = WEEKDAYS[(index + WEEKDAYS.length - 1) % WEEKDAYS.length] ?? 'sunday'
  const today = WEEKDAYS[index] ?? 'monday'
  const isIn = (period: Period) => minute >= minuteOf(period.from) && minute < endOf(period)
  const goesOn = ({ to, ends }: Period) => ends === 'next-day' && minute < minuteOf(to)
  return week[today].some(isIn) || week[before].some(goesOn)
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * HOUR + minutes
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`
