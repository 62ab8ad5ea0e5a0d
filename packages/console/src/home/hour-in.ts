/** The hour it is now in a zone: 0 to 23. */
export const hourIn = (zone: string): number =>
  Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(Date.now()))
