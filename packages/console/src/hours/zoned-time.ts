const MINUTE_MS = 60_000

/** As a field for date and time has it: what the clock of a zone shows. */
export function shownIn(zone: string, at: number): string {
  return new Date(at + offsetOf(zone, at)).toISOString().slice(0, 16)
}

/** The instant at which the clock of a zone shows this; of two the later, of none the one after the change. */
export function instantIn(zone: string, shown: string): number | undefined {
  const wall = Date.parse(`${shown}Z`)
  if (Number.isNaN(wall)) return undefined
  const guess = wall - offsetOf(zone, wall)
  return wall - offsetOf(zone, guess)
}

function offsetOf(zone: string, at: number): number {
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'short' })
    .formatToParts(minute)
    .map(({ type, value }) => [type, Number(value)] as const)
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0 } = Object.fromEntries(parts) as Record<string, number>
  return Date.UTC(2000 + year, month - 1, day, hour, minutes) - minute
}
