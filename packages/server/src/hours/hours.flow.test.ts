import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { DraftedHours, HoursAnswer, HoursView, HoursWritten } from '@portico/protocol/hours'
import type { CalendarId, HoursId } from '@portico/protocol/ids'
import { CALENDAR_BYTES_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import type { Network } from '../platform/outbound/network.ts'
import { passUntil } from '@portico/testkit/clock'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAllHours } from './reads.ts'

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
  let other: StaffedSite
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
    other = await openStaffedSite(await create(), { network })
  })
  afterAll(async () => {
    outer.close()
    await closeSound(site)
    await closeSound(other)
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
    await passUntil(site.clock, () => lobby()?.hours?.state === 'closed' && !lobby()?.staffed)
    const opens = Date.UTC(2026, 10, 20, 14)
    expect(lobby()).toMatchObject({ hours: { state: 'closed', opens, zone: 'Europe/Lisbon' }, faces: [] })
    expect(await config()).toMatchObject({ hours: { state: 'closed', opens }, staffed: false, faces: [] })
    await site.verify()
    // Who comes to work while it is closed makes nobody believe that it is open.
    await site.ann.send({ type: 'availability.set', availability: 'unavailable' })
    await site.ann.send({ type: 'availability.set', availability: 'everybody' })
    expect(await config()).toMatchObject({ staffed: false })

    await site.clock.leap(HOUR_MS)
    await passUntil(site.clock, () => lobby()?.hours?.state === 'open' && lobby()?.staffed === true)
    await site.clock.leap(4 * HOUR_MS)
    await passUntil(site.clock, () => lobby()?.hours?.state === 'closed')
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
    const listed = (await (await site.ann.request('/api/hours')).json()) as HoursAnswer // the route's answer
    const [taken, ...more] = listed.hours.find(({ id }) => id === hours)?.calendars ?? []
    expect(more).toEqual([])
    expect(await site.root.send({ type: 'calendar.remove', calendar: taken?.id ?? newId<CalendarId>() })).toEqual(OK)
    expect(await calendarOf(hours)).toBeUndefined()
    await site.verify()
  })

  test('[WS36] when visitors write is counted by the hours of the zone, and how often it was closed then', async () => {
    const hours = await made({ ...workshop, zone: 'Europe/Vienna' }, other)
    await configure(other.root.send, { ...other, channel: MAIN, changes: { hours } })
    const vera = await other.visit('Vera')
    await vera.open('Good morning')
    await other.clock.leap(3 * HOUR_MS)
    for (const name of ['Victor', 'Valentin']) await (await other.visit(name)).open('Anybody there at lunch?')
    const answer = await other.ann.request(`/api/hours/${hours}/written`)
    const { counts, whileClosed } = (await answer.json()) as HoursWritten // the route's answer
    // In Vienna it was ten o’clock on Friday, and then one.
    expect([counts[4]?.[10], counts[4]?.[13], counts.flat().reduce((sum, count) => sum + count, 0)]).toEqual([1, 2, 3])
    expect(whileClosed).toBe(2)
    // Of a channel that is none of his he learns nothing.
    const none = await other.olaf.request(`/api/hours/${hours}/written`)
    expect(await none.json()).toMatchObject({ whileClosed: 0 })
    expect((await other.olaf.request(`/api/hours/${newId()}/written`)).status).toBe(404)
    await other.verify()
  })

  test('[WS33] a calendar at an address is read every day; when that fails it says so and keeps the days of before', async () => {
    const hours = await made(workshop, other)
    answer = (_request, response) => response.end(calendar(NATIONAL))
    const id = newId<CalendarId>(other.clock.now())
    const adding = { type: 'calendar.add', hours, calendar: id, name: 'Portugal' } as const
    expect(await other.root.send({ ...adding, url: 'ftp://shop.example/p.ics' })).toMatchObject({ refused: 'invalid' })
    expect(await other.root.send({ ...adding, url: 'http://shop.example/p.ics' })).toEqual(OK)
    await brought(hours, { days: 6, fault: null }, other)
    const seenBy = async ({ request }: typeof other.ann) => ((await (await request('/api/hours')).json()) as HoursAnswer).hours // the route's answer
    // Its address may be a secret.
    const addresses = [await seenBy(other.ann), await seenBy(other.root)].map(
      (all) => all.find((each) => each.id === hours)?.calendars[0]?.url,
    )
    expect(addresses).toEqual(['shop.example', 'http://shop.example/p.ics'])
    const next = (await calendarOf(hours, other))?.next.map(({ date }) => date)
    expect(next).toEqual(Array.from({ length: 5 }, (_, i) => `${2026 + i}-12-01`))
    expect(await openAt(hours, other)).toMatchObject({ state: 'closed', opens: Date.UTC(2026, 11, 2, 9) })

    answer = (_request, response) => response.writeHead(500).end('out of order')
    expect(await other.root.send({ type: 'calendar.read', calendar: id })).toEqual(OK)
    await brought(hours, { days: 6, fault: { place: 'address', fault: 'status', seen: '500' } }, other)
    answer = (_request, response) => response.end('<html></html>')
    expect(await other.root.send({ type: 'calendar.read', calendar: id })).toEqual(OK)
    await brought(hours, { days: 6, fault: { place: 'calendar', fault: 'not-one-calendar' } }, other)
    expect(await openAt(hours, other)).toMatchObject({ state: 'closed' })
    await other.verify()

    const before = asked
    answer = (_request, response) => response.end(calendar())
    await other.clock.leap(24 * HOUR_MS)
    await brought(hours, { days: 0, fault: null }, other)
    expect(asked).toBe(before + 1)
  })

  async function made(draft: DraftedHours, at = site): Promise<HoursId> {
    const hours = newId<HoursId>(at.clock.now())
    expect(await at.root.send({ type: 'hours.save', hours, of: 0, ...draft })).toEqual(OK)
    return hours
  }
  const save = (hours: HoursId, of: number, draft: DraftedHours) => site.root.send({ type: 'hours.save', hours, of, ...draft })
  const config = async () => (await fetch(`${site.url}/widget/${MAIN}/config.json`)).json()
  const all = ({ server, clock } = site): Promise<HoursView[]> =>
    readAllHours(server.store.reads, new Date(clock.now()).toISOString().slice(0, 10))
  const calendarOf = async (hours: HoursId, at = site) => (await all(at)).find(({ id }) => id === hours)?.calendars[0]
  /** On 1 December in the morning. */
  const openAt = async (hours: HoursId, { ann } = site) => {
    const { name: _, ...drafted } = workshop
    const body = { hours, at: Date.UTC(2026, 11, 1, 10), ...drafted }
    return ((await (await ann.request('/api/hours/at', { method: 'POST', body })).json()) as { standing: unknown }).standing // the route's answer
  }
  /** What leaves the house does so with the next second, or the one after; it is not given so many that it would be late. */
  const brought = async (hours: HoursId, calendar: object, at = site) => {
    for (let seconds = 1; ; seconds++) {
      await at.clock.move(1000)
      try {
        return await eventually(async () => expect(await calendarOf(hours, at)).toMatchObject(calendar), SECOND_MS_MAX)
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
})
