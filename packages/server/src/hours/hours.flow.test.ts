import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { DraftedHours, HoursAnswer, HoursView } from '@portico/protocol/hours'
import type { CalendarId, HoursId } from '@portico/protocol/ids'
import { CALENDAR_BYTES_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import type { Network } from '../platform/outbound/network.ts'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'

const OK = { ok: true }
const HOUR_MS = 60 * 60_000
const SECONDS_MAX = 8
const SECOND_MS_MAX = 3000

const day = [
  { from: '09:00', to: '13:00', ends: 'same-day' as const },
  { from: '14:00', to: '18:00', ends: 'same-day' as const },
]
/** In Lisbon it is nine on Friday, 20 November 2026, when a test begins. */
const workshop: DraftedHours = {
  name: 'Workshop',
  zone: 'Europe/Lisbon',
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
  days: [],
}
const calendar = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//EN',
    ...events.map((event) => `BEGIN:VEVENT|${event}|END:VEVENT`),
    'END:VCALENDAR',
  ]
    .join('|')
    .replaceAll('|', '\r\n')
const NATIONAL = 'UID:1|SUMMARY:Restauração|DTSTART;VALUE=DATE:20261201|RRULE:FREQ=YEARLY'

onEachDatabase((create) => {
  let site: StaffedSite
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  let asked = 0
  const outer = createServer((request, response) => {
    asked++
    answer(request, response)
  })
  const network: Network = {
    resolve: async (host) => (host === 'inside.example' ? ['10.0.0.1'] : ['93.184.216.34']),
    dial: async () => connect((outer.address() as AddressInfo).port, '127.0.0.1'), // it listens on a port
  }
  beforeAll(async () => {
    await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve))
    site = await openStaffedSite(await create(), { network })
  })
  afterAll(async () => {
    outer.close()
    await closeSound(site)
  })

  test('[WS30][WS31] a channel with hours is open in its zone’s time, and says when it opens again', async () => {
    const hours = await made(workshop)
    const vera = await site.visit('Vera')
    const lobby = () => vera.live.view(`lobby:${MAIN}`)
    await present(() => lobby()?.staffed)
    expect(lobby()?.hours).toBeNull()
    expect(await configure(site.root.send, { ...site, channel: MAIN, changes: { hours } })).toEqual(OK)
    await present(() => lobby()?.hours?.state === 'open')
    await site.verify()

    await site.clock.leap(4 * HOUR_MS)
    await present(() => lobby()?.hours?.state === 'closed' && !lobby()?.staffed)
    const opens = Date.UTC(2026, 10, 20, 14)
    expect(lobby()).toMatchObject({ hours: { state: 'closed', opens, zone: 'Europe/Lisbon' }, faces: [] })
    expect(await config()).toMatchObject({ hours: { state: 'closed', opens }, staffed: false, faces: [] })
    await site.verify()
    // Who comes to work while it is closed makes nobody believe that it is open.
    await site.ann.send({ type: 'availability.set', availability: 'unavailable' })
    await site.ann.send({ type: 'availability.set', availability: 'everybody' })
    expect(await config()).toMatchObject({ staffed: false })

    await site.clock.leap(HOUR_MS)
    await present(() => lobby()?.hours?.state === 'open' && lobby()?.staffed)
    await site.clock.leap(4 * HOUR_MS)
    await present(() => lobby()?.hours?.state === 'closed')
    expect(lobby()?.hours).toMatchObject({ opens: Date.UTC(2026, 10, 23, 9) })
    await site.verify()

    // On Monday it is closed by hand.
    const holiday = { from: '2020-11-23', to: '2020-11-24', name: 'Feast', repeats: 'yearly' as const, periods: [] }
    expect(await save(hours, 1, { ...workshop, days: [holiday] })).toEqual(OK)
    await present(() => JSON.stringify(lobby()?.hours).includes(`${Date.UTC(2026, 10, 25, 9)}`))
    await site.verify()
    expect(await configure(site.root.send, { ...site, channel: MAIN, changes: { hours: null } })).toEqual(OK)
    await present(() => lobby()?.hours === null && lobby()?.staffed)
    await site.verify()
  })

  test('[WS32] of two who change the same hours the second is told; what is faulty is not saved, and says where', async () => {
    const hours = await made(workshop)
    expect(await save(hours, 1, { ...workshop, name: 'Ours' })).toEqual(OK)
    expect(await save(hours, 1, { ...workshop, name: 'Mine' })).toMatchObject({ refused: 'changed' })
    const broken = {
      ...workshop,
      zone: '+02:00',
      days: [{ from: '2026-12-24', to: '2026-12-20', name: '', repeats: 'once' as const, periods: [] }],
    }
    expect(await save(hours, 2, broken)).toMatchObject({ refused: 'invalid' })
    const { name: _, ...drafted } = broken
    const would = await site.ann.request('/api/hours/at', { method: 'POST', body: { hours, at: site.clock.now(), ...drafted } })
    expect(await would.json()).toMatchObject({ state: 'faulty', faults: [{ place: 'zone' }, { place: 'days[0].to' }] })
    const { name: __, ...sound } = workshop
    const sunday = Date.UTC(2026, 10, 29, 12)
    const closed = await site.ann.request('/api/hours/at', { method: 'POST', body: { hours, at: sunday, ...sound } })
    expect(await closed.json()).toMatchObject({ state: 'sound', standing: { state: 'closed', opens: Date.UTC(2026, 10, 30, 9) } })
    expect(site.olaf.live.view<'settings'>('settings')?.hours?.find(({ id }) => id === hours)).toMatchObject({ name: 'Ours' })
    expect(await site.ann.send({ type: 'hours.remove', hours })).toMatchObject({ refused: 'forbidden' })
    await configure(site.root.send, { ...site, channel: MAIN, changes: { hours } })
    expect(await site.root.send({ type: 'hours.remove', hours })).toMatchObject({ refused: 'exists' })
    await configure(site.root.send, { ...site, channel: MAIN, changes: { hours: null } })
    expect(await site.root.send({ type: 'hours.remove', hours })).toEqual(OK)
    await site.verify()
  })

  test('[WS33] a calendar at an address is read every day; when that fails it says so and keeps the days of before', async () => {
    const hours = await made(workshop)
    answer = (_request, response) => response.end(calendar(NATIONAL))
    const id = newId<CalendarId>(site.clock.now())
    const adding = { type: 'calendar.add', hours, calendar: id, name: 'Portugal' } as const
    expect(await site.root.send({ ...adding, url: 'ftp://shop.example/p.ics' })).toMatchObject({ refused: 'invalid' })
    expect(await site.root.send({ ...adding, url: 'http://shop.example/p.ics' })).toEqual(OK)
    const days = Array.from({ length: 6 }, (_, i) => `${2026 + i}-12-01`)
    await brought(hours, { days: 6, fault: null })
    expect((await calendarOf(hours))?.next.map(({ date }) => date)).toEqual(days.slice(0, 5))
    expect(await openAt(hours, Date.UTC(2026, 11, 1, 10))).toMatchObject({ state: 'closed', opens: Date.UTC(2026, 11, 2, 9) })

    const before = asked
    answer = (_request, response) => response.writeHead(500).end('out of order')
    await site.clock.leap(24 * HOUR_MS)
    await brought(hours, { fault: { fault: 'status', seen: '500' } })
    expect(asked).toBe(before + 1)
    expect(await calendarOf(hours)).toMatchObject({ days: 6 })
    answer = (_request, response) => response.end('<html></html>')
    expect(await site.root.send({ type: 'calendar.read', calendar: id })).toEqual(OK)
    await brought(hours, { fault: { fault: 'not-one-calendar' } })
    expect(await openAt(hours, Date.UTC(2026, 11, 1, 10))).toMatchObject({ state: 'closed' })

    answer = (_request, response) => response.end(calendar())
    await site.clock.leap(24 * HOUR_MS)
    await brought(hours, { days: 0, fault: null })
    expect(await site.root.send({ type: 'calendar.remove', calendar: id })).toEqual(OK)
    expect(await calendarOf(hours)).toBeUndefined()
    await site.verify()
  })

  test('[WS34] an address that leads inside is never asked, and says so', async () => {
    const hours = await made(workshop)
    const before = asked
    const adding = { type: 'calendar.add', hours, name: 'Inside' } as const
    const url = 'http://inside.example/p.ics'
    expect(await site.root.send({ ...adding, calendar: newId<CalendarId>(site.clock.now()), url })).toEqual(OK)
    await brought(hours, { fault: { place: 'address', fault: 'not-public' } })
    expect(asked).toBe(before)
  })

  test('[WS35] a file closes its days; one that cannot be read says why, and one that is too large is none', async () => {
    const hours = await made(workshop)
    expect(await upload(hours, calendar(NATIONAL))).toEqual({ state: 'read', days: 6, leftOut: 0 })
    expect(await calendarOf(hours)).toMatchObject({ name: 'Portugal', url: null, days: 6 })
    const repeated = calendar(`${NATIONAL};COUNT=0`)
    expect(await upload(hours, repeated)).toMatchObject({ state: 'broken', fault: { place: 'event 1, Restauração, RRULE' } })
    expect(await upload(hours, ' '.repeat(CALENDAR_BYTES_MAX + 1))).toMatchObject({ refused: 'file-size' })
    expect((await all()).find(({ id }) => id === hours)?.calendars).toHaveLength(1)
  })

  test('[WS36] when visitors write is counted by the hours of the zone, and how often it was closed then', async () => {
    const hours = await made(workshop)
    await configure(site.root.send, { ...site, channel: MAIN, changes: { hours } })
    const before = await written(hours)
    // Sunday, 20 to 21 o'clock.
    const now = site.clock.now()
    const evening = nextSunday(now) + 20 * HOUR_MS
    await site.clock.leap(evening - now)
    for (const name of ['Vera', 'Victor']) await (await site.visit(name)).open(`I am ${name}`)
    const after = await written(hours)
    expect((after.counts[6]?.[20] ?? 0) - (before.counts[6]?.[20] ?? 0)).toBe(2)
    expect(after.whileClosed - before.whileClosed).toBe(2)
    expect((await site.olaf.request(`/api/hours/${newId()}/written`)).status).toBe(404)
  })

  async function made(draft: DraftedHours): Promise<HoursId> {
    const hours = newId<HoursId>(site.clock.now())
    expect(await save(hours, 0, draft)).toEqual(OK)
    return hours
  }
  const save = (hours: HoursId, of: number, draft: DraftedHours) => site.root.send({ type: 'hours.save', hours, of, ...draft })
  const config = async () => (await fetch(`${site.url}/widget/${MAIN}/config.json`)).json()
  const all = async (): Promise<HoursView[]> => ((await (await site.ann.request('/api/hours')).json()) as HoursAnswer).hours // the route's answer
  const calendarOf = async (hours: HoursId) => (await all()).find(({ id }) => id === hours)?.calendars[0]
  const openAt = async (hours: HoursId, at: number) => {
    const { name: _, ...drafted } = workshop
    const asked = await site.ann.request('/api/hours/at', { method: 'POST', body: { hours, at, ...drafted } })
    return ((await asked.json()) as { standing: unknown }).standing // the route's answer
  }
  /** What leaves the house does so with the next second, or the one after; it is not given so many that it would be late. */
  const brought = async (hours: HoursId, calendar: object) => {
    for (let seconds = 1; ; seconds++) {
      await site.clock.move(1000)
      try {
        return await eventually(async () => expect(await calendarOf(hours)).toMatchObject(calendar), SECOND_MS_MAX)
      } catch (error) {
        if (seconds === SECONDS_MAX) throw error
      }
    }
  }
  const upload = async (hours: HoursId, text: string) => {
    const headers = { cookie: site.owner.cookie, 'content-type': 'text/calendar' }
    const path = `${site.url}/api/hours/${hours}/calendars?name=Portugal`
    return (await fetch(path, { method: 'POST', headers, body: text })).json()
  }
  const written = async (hours: HoursId) =>
    (await (await site.ann.request(`/api/hours/${hours}/written`)).json()) as { counts: number[][]; whileClosed: number } // the route's answer
  const nextSunday = (at: number) => {
    const midnight = Math.ceil(at / (24 * HOUR_MS)) * 24 * HOUR_MS
    return midnight + ((7 - new Date(midnight).getUTCDay()) % 7) * 24 * HOUR_MS
  }
})
