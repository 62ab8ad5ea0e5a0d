const NAME = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/

/** Whether it is a name of the IANA’s list, such as Europe/Vienna: an offset says nothing of when clocks are changed. */
export function isZone(written: string): boolean {
  if (!NAME.test(written)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return false
  }
}
