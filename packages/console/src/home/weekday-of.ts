/** The weekday it is now in a zone, as a language calls it. */
export const weekdayOf = (language: string, zone: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: zone }).format(Date.now())
