import type { DraftedHours } from '@portico/protocol/hours'
import type { CalendarId, ChannelId, HoursId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Cast } from '@portico/testkit/cast'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                            nobody victor stella ann   olaf  ada   root  rick  server
hours.save                  out    no     no     no    no    ok    ok    out   no
hours.remove                out    no     no     no    no    ok    ok    out   no
calendar.add                out    no     no     no    no    ok    ok    out   no
calendar.read               out    no     no     no    no    ok    ok    out   no
calendar.remove             out    no     no     no    no    ok    ok    out   no
`)
const internal = rowsOf(`
                            victor stella ann   olaf  ada   root  rick  server
calendar.take               no     no     no    no    ok    ok    no    no
calendar.due                no     no     no    no    no    no    no    ok
calendar.learn              no     no     no    no    no    no    no    ok
hours.turn                  no     no     no    no    no    no    no    ok
hours.tell                  no     no     no    no    no    no    no    ok
`)
const routes = rowsOf(`
                               nobody victor stella ann  olaf ada  root rick sam
GET /api/hours                 401    401    401    200  200  200  200  401  401
POST /api/hours/at             401    401    401    200  200  200  200  401  401
POST /api/hours/:id/calendars  401    401    401    403  403  404  404  401  401
`)

const never: DraftedHours = {
  name: 'Workshop',
  zone: 'Europe/Lisbon',
  week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  days: [],
}
const { name: _, ...opening } = never

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'hours.save': () => ({ type: 'hours.save', hours: newId<HoursId>(), of: 0, ...never }),
    'hours.remove': async ({ cast }) => ({ type: 'hours.remove', hours: await hoursOf(cast) }),
    'calendar.add': async ({ cast }) => calendarFor(await hoursOf(cast)),
    'calendar.read': async ({ cast }) => ({ type: 'calendar.read', calendar: await calendarOf(cast) }),
    'calendar.remove': async ({ cast }) => ({ type: 'calendar.remove', calendar: await calendarOf(cast) }),
    'calendar.take': async ({ cast }) => ({
      type: 'calendar.take',
      hours: await hoursOf(cast),
      calendar: newId<CalendarId>(),
      name: 'Portugal',
      days: [],
      leftOut: 0,
    }),
    'calendar.due': async ({ cast }) => ({ type: 'calendar.due', calendar: await calendarOf(cast) }),
    'calendar.learn': async ({ cast }) => ({
      type: 'calendar.learn',
      calendar: await calendarOf(cast),
      reading: { state: 'read', days: [], leftOut: 0 },
    }),
    'hours.turn': async ({ cast }) => ({ type: 'hours.turn', hours: await hoursOf(cast) }),
    'hours.tell': () => ({ type: 'hours.tell', channel: 'main' as ChannelId }), // within an id's alphabet
  },
  named: { 'hours.remove': ['hours'], 'calendar.add': ['hours'], 'calendar.read': ['calendar'], 'calendar.remove': ['calendar'] },
  routes,
  addresses: { 'POST /api/hours/:id/calendars': () => `/api/hours/${newId()}/calendars?name=Portugal` },
  bodies: { 'POST /api/hours/at': { fits: { hours: null, at: 0, ...opening } } },
}

async function hoursOf(cast: Cast): Promise<HoursId> {
  const hours = newId<HoursId>()
  await cast.run({ type: 'hours.save', hours, of: 0, ...never }, cast.root.actor)
  return hours
}

async function calendarOf(cast: Cast): Promise<CalendarId> {
  const adding = calendarFor(await hoursOf(cast))
  await cast.run(adding, cast.root.actor)
  return adding.calendar
}

// An address of documentation: nothing is ever asked there.
const calendarFor = (hours: HoursId) =>
  ({ type: 'calendar.add', hours, calendar: newId<CalendarId>(), name: 'Portugal', url: 'http://192.0.2.1/p.ics' }) as const
