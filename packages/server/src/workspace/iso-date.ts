import { Temporal } from 'temporal-polyfill'

/** Whether this is a date that exists, written as 2026-12-25. */
export function isIsoDate(written: string): boolean {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d\d-\d\d$/.test(written) ? written.split('-').map(Number) : []
  return month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}
