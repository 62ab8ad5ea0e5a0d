import type { CalendarId } from '@portico/protocol/ids'
import type { DeliveryContext } from '../platform/deliveries.ts'
import type { Outside } from '../platform/outside.ts'
import type { CalendarReading } from './events.ts'
import { findCalendar } from './reads.ts'

/** Fetches a calendar at its address and says what it was. What fails is told, and tried again with the next reading. */
export async function readCalendar(ctx: DeliveryContext, { calendar }: { calendar: CalendarId }): Promise<void> {
  const url = (await findCalendar(ctx.reads, calendar))?.url
  if (!url) return
  const reading = await fetched(ctx.outside, { url, at: ctx.now() })
  const outcome = await ctx.send({ type: 'calendar.learn', calendar, reading })
  if (!outcome.ok && outcome.refused !== 'not-found') throw new Error(`what was read is refused: ${outcome.refused}`)
}

async function fetched({ web }: Outside, { url, at }: { url: string; at: number }): Promise<CalendarReading> {
  if (!web) return failed('no-way-out', url)
  const answer = await web({ url, headers: { accept: 'text/calendar' } })
  if (answer.state !== 'answered') return failed(answer.why, url)
  if (answer.status !== 200) return failed('status', `${answer.status}`)
  const { datesOfCalendar } = await import('./calendar-dates.ts')
  return datesOfCalendar(answer.body.toString('utf8'), at)
}

const failed = (fault: string, seen: string): CalendarReading => ({ state: 'failed', fault: { place: 'address', fault, seen } })
