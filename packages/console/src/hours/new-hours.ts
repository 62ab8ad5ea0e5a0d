import type { Command } from '@portico/protocol'
import type { HoursId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { periodOf, type Week } from './week-days.ts'

const day = [periodOf('09:00', '17:00')]
const USUAL: Week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] }

/** Working days where the reader is, to begin with. */
export function newHours(name: string): Extract<Command, { type: 'hours.save' }> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return { type: 'hours.save', hours: newId<HoursId>(), of: 0, name, zone: timeZone, week: USUAL, days: [] }
}
