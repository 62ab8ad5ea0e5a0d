import { fill } from '../../../messages/words.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const MINUTES_A_DAY = 24 * 60
const WEEK_DAYS = 6

type Texts = { today: string; tomorrow: string; on: string; there: string }
type Given = { opens: number; now: number; zone: string; locale: string; texts: Texts }

/** When it opens again, as the visitor's own clock and calendar show it: "tomorrow at 10:00". */
export function openingDay({ opens, now, locale, texts }: Omit<Given, 'zone'>): string {
  const days = Math.round((midnight(opens) - midnight(now)) / DAY_MS)
  const time = timeIn(locale, opens)
  if (days < 2) return fill(days < 1 ? texts.today : texts.tomorrow, { time })
  const far = { day: 'numeric', month: 'long' } as const
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', ...(days > WEEK_DAYS && far) }).format(opens)
  return fill(texts.on, { day, time })
}

/** How long until then: minutes, hours and minutes, or days. */
export function openingWait({ opens, now, locale }: Pick<Given, 'opens' | 'now' | 'locale'>): string {
  const minutes = Math.max(1, Math.ceil((opens - now) / MINUTE_MS))
  const unit = (count: number, unit: 'day' | 'hour' | 'minute', unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(count)
  if (minutes < 60) return unit(minutes, 'minute', 'long')
  if (minutes >= 2 * MINUTES_A_DAY) return unit(Math.floor(minutes / MINUTES_A_DAY), 'day', 'long')
  const rest = minutes % 60 > 0 ? ` ${unit(minutes % 60, 'minute', 'short')}` : ''
  return unit(Math.floor(minutes / 60), 'hour', rest === '' ? 'long' : 'short') + rest
}

/** What the clock shows where they are, if it shows something else there; nothing where it is the same. */
export function openingThere({ opens, zone, locale, texts }: Omit<Given, 'now'>): string {
  const there = timeIn(locale, opens, zone)
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return there === timeIn(locale, opens) ? '' : fill(texts.there, { time: there, place })
}

function timeIn(locale: string, at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...(timeZone !== undefined && { timeZone }) }).format(at)
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)
