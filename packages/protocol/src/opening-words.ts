const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const MINUTES_A_DAY = 24 * 60
const WEEK_DAYS = 6

type Texts = { today: string; tomorrow: string; on: string; there: string }
/** `own`: by whose clock it is said; without one by that of whoever runs it. `zone`: where it opens. */
type Given = { opens: number; now: number; zone: string; own?: string | undefined; locale: string; texts: Texts }

/** When it opens again, as the visitor's own clock and calendar show it: "tomorrow at 10:00". */
export function openingDay({ opens, now, own, locale, texts }: Omit<Given, 'zone'>): string {
  const days = dayOf(opens, own) - dayOf(now, own)
  const time = timeIn(locale, opens, own)
  if (days < 2) return fill(days < 1 ? texts.today : texts.tomorrow, { time })
  const far = { day: 'numeric', month: 'long' } as const
  const written = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: own, ...(days > WEEK_DAYS && far) })
  return fill(texts.on, { day: written.format(opens), time })
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
export function openingThere({ opens, zone, own, locale, texts }: Omit<Given, 'now'>): string {
  const there = timeIn(locale, opens, zone)
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return there === timeIn(locale, opens, own) ? '' : fill(texts.there, { time: there, place })
}

function timeIn(locale: string, at: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at)
}

/** Days of the calendar, numbered. */
function dayOf(at: number, timeZone: string | undefined): number {
  return Date.parse(new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(at)) / DAY_MS
}

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
