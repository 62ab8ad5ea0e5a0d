import {
  calendarFileAnswer,
  calendarFileQuery,
  hoursAnswer,
  hoursAtAnswer,
  hoursAtBody,
  type HoursView,
} from '@portico/protocol/hours'
import { type CalendarId, hoursId } from '@portico/protocol/ids'
import { CALENDAR_BYTES_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'
import { holds } from '../auth/policy.ts'
import { answerOf, json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { datesOfCalendar } from './calendar-dates.ts'
import { findHours, readAllHours } from './reads.ts'
import { faultsOf, standingAt } from './standing.ts'

export const routes = [
  route({
    method: 'GET',
    path: '/api/hours',
    who: 'operator',
    about: 'All hours, with how they stand and what their calendars have brought.',
    answer: json(hoursAnswer),
    run: async ({ reads, clock, authority }) => {
      const hours = await readAllHours(reads, new Date(clock.now()).toISOString().slice(0, 10))
      return ok({ hours: holds(authority, 'channels') ? hours : hours.map(withoutAddresses) })
    },
  }),
  route({
    method: 'POST',
    path: '/api/hours/at',
    who: 'operator',
    about: 'How a channel with these hours would stand at an instant, or what is wrong with them.',
    body: hoursAtBody,
    answer: json(hoursAtAnswer),
    run: async ({ reads, body: { hours, at, ...drafted } }) => {
      const faults = faultsOf(drafted).map(({ place, fault, seen }) => ({ place, fault, seen }))
      if (faults.length > 0) return ok({ state: 'faulty' as const, faults })
      const calendars = (hours && (await findHours(reads, hours))?.calendars) || []
      return ok({ state: 'sound' as const, standing: standingAt({ ...drafted, calendars }, at).standing })
    },
  }),
  route({
    method: 'POST',
    path: '/api/hours/:id/calendars',
    who: 'operator',
    about: 'Closes the all-day events of an iCalendar file, which is the body. It is read once.',
    params: s.object({ id: hoursId }),
    query: calendarFileQuery,
    upload: { bytesMax: CALENDAR_BYTES_MAX },
    rate: { limit: 'uploads', burst: 20, perMs: 20 / 60_000 },
    answer: json(calendarFileAnswer),
    run: async (ctx) => {
      if (!holds(ctx.authority, 'channels')) return no(403, 'forbidden')
      if (!(await findHours(ctx.reads, ctx.params.id))) return no(404, 'not-found')
      const text = await textOf(ctx.request)
      if (text === undefined) {
        ctx.hit('file-bytes')
        return no(413, 'file-size')
      }
      const reading = datesOfCalendar(text, ctx.clock.now())
      if (reading.state === 'failed') return ok({ state: 'broken' as const, fault: reading.fault })
      const { days, leftOut } = reading
      const calendar = newId<CalendarId>(ctx.clock.now())
      const taken = { type: 'calendar.take', hours: ctx.params.id, calendar, name: ctx.query.name, days, leftOut } as const
      return answerOf(await ctx.send(taken, ctx.actor), { state: 'read' as const, days: days.length, leftOut })
    },
  }),
]

/** Whoever has the address of a private calendar can read it: others are told its host. */
const withoutAddresses = (hours: HoursView): HoursView => ({
  ...hours,
  calendars: hours.calendars.map(({ url, ...calendar }) => ({ ...calendar, url: url && new URL(url).host })),
})

/** None where it is more than a calendar may have. */
async function textOf(request: AsyncIterable<Buffer>): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > CALENDAR_BYTES_MAX) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
