const DAY_MS = 24 * 60 * 60 * 1000

type Given = { at: number; locale: string }

export const clockTime = ({ at, locale }: Given): string => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at)

export const exactTime = ({ at, locale }: Given): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at)

/** "Today", "Yesterday", or the date. Rounded, because a day on which the clocks are changed has 23 or 25 hours. */
export function dayName({ at, now, locale }: Given & { now: number }): string {
  const ago = Math.round((midnight(now) - midnight(at)) / DAY_MS)
  const name =
    ago < 2
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day')
      : new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(at)
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)
