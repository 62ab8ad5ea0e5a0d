import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { tintOf } from '@portico/protocol/tint'
import { openCast } from '@portico/testkit/cast'
import { pass, passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { MAIN, type Operator, type Visitor } from '@portico/testkit/person'
import { openRawSocket, operatorHello } from '@portico/testkit/raw-socket'
import { closeSound, openSite, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../platform/actor.ts'
import { startServer } from '../server.ts'
import { SILENT_MS } from './beats.ts'
import type { PresenceCommand } from './events.ts'
import { ABSENT_MS } from './lease.ts'
import { readPresences } from './reads.ts'
import { THRESHOLDS_DEFAULT } from './status.ts'

onEachDatabase((create) => {
  let site: StaffedSite
  let vera: Visitor
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    vera = await site.visit('Vera')
  })
  afterAll(() => closeSound(site))

  test('[PR20][B14] a channel is staffed while one of its members is connected and available, and its lobby says so', async () => {
    const { ann, bob, root, olaf } = site
    await present(() => staffed() === true)
    for (const person of [ann, bob, root]) {
      expect(staffed()).toBe(true)
      await switchTo(person, false)
    }
    await present(() => staffed() === false)
    expect(presenceOf(olaf)).toMatchObject({ availability: 'everybody', connectedAt: expect.any(Number) })
    expect(await configured()).toBe(false)
    await switchTo(bob, true)
    await present(() => staffed() === true)
    expect(await configured()).toBe(true)
    for (const person of [ann, root]) await switchTo(person, true)
  })

  test('[PR29][A19] a lobby shows up to three who are there, by first name, without an id, as they come, go and are renamed', async () => {
    const { ann, bob, root } = site
    const names = () => vera.live.view(`lobby:${MAIN}`)?.faces?.map(({ name }) => name) ?? []
    await present(() => names().length === 3)
    expect(names().toSorted()).toEqual(['Ann', 'Bob', 'Root'])
    await switchTo(bob, false)
    await present(() => names().toSorted().join() === 'Ann,Root')
    await ann.send({ type: 'operator.rename', name: 'Annette Obi' })
    await present(() => names().includes('Annette'))
    await site.verify()
    const told = JSON.stringify(vera.live.view(`lobby:${MAIN}`))
    for (const { id } of [ann, bob, root]) expect(told).not.toContain(id)
    expect(told).not.toContain('Obi')
    expect(vera.live.view(`lobby:${MAIN}`)?.faces).toContainEqual({ name: 'Annette', initials: 'AO', tint: tintOf(ann.id) })
    await ann.send({ type: 'operator.rename', name: 'Ann' })
    await switchTo(bob, true)
    await present(() => names().length === 3)
  })

  test('[PR21][A19] the switch says since when, to every colleague; setting it as it is changes nothing', async () => {
    const { ann, olaf } = site
    const before = presenceOf(ann)?.availabilityAt
    await site.clock.move(1000)
    await switchTo(ann, true)
    expect(presenceOf(ann)?.availabilityAt).toBe(before)
    await switchTo(ann, false)
    await present(() => presenceOf(ann, olaf)?.availability === 'unavailable')
    expect(presenceOf(ann)?.connectedAt).not.toBeNull()
    await switchTo(ann, true)
    await present(() => presenceOf(ann, olaf)?.availabilityAt === site.clock.now())
  })

  test('[PR28] who is there for colleagues only is kept so, and reaches no lobby', async () => {
    const { ann, bob, root, olaf } = site
    for (const person of [bob, root]) await switchTo(person, false)
    await present(() => staffed() === true)
    expect(await ann.send({ type: 'availability.set', availability: 'internal' })).toEqual({ ok: true })
    await present(() => staffed() === false)
    await present(() => presenceOf(ann, olaf)?.availability === 'internal')
    expect(presenceOf(ann, olaf)?.availabilityAt).toBe(site.clock.now())
    for (const person of [ann, bob, root]) await switchTo(person, true)
    await present(() => staffed() === true)
  })

  test('[PR22] who goes is gone after 8 seconds: a page that loads anew is no absence', async () => {
    const { bob, ann, root } = site
    const since = presenceOf(bob)?.connectedAt
    bob.leave()
    await pass(site.clock, ABSENT_MS - 2000)
    const again = await bob.again('Bob again')
    await pass(site.clock, ABSENT_MS + 2000)
    expect(presenceOf(bob, ann)?.connectedAt).toBe(since)
    await site.verify()
    again.leave()
    await pass(site.clock, ABSENT_MS + 1000)
    await present(() => presenceOf(bob, ann)?.connectedAt === null)
    expect(presenceOf(bob, ann)?.availability).toBe('everybody')
    expect(staffed()).toBe(true)
    await site.verify()
    const back = await bob.again('Bob back')
    await present(() => presenceOf(bob, root)?.connectedAt !== null)
    await site.verify()
    back.leave()
  })

  test('[PR23] with two consoles open, closing one is no going', async () => {
    const { ann } = site
    const since = presenceOf(ann)?.connectedAt
    const phone = await ann.again('Ann’s phone')
    phone.leave()
    await pass(site.clock, ABSENT_MS + 2000)
    expect(presenceOf(ann)?.connectedAt).toBe(since)
    await site.verify()
  })

  test('[PR41][B17] who does nothing in any console for more than 5 minutes is away, and active again with the first act', async () => {
    const { ann, olaf } = site
    const phone = await ann.again('Ann’s phone')
    const idle = () => presenceOf(ann, olaf)?.idleSince
    const since = site.clock.now()
    phone.live.moved()
    await site.clock.leap(THRESHOLDS_DEFAULT.operatorAwayMs - 10_000)
    await pass(site.clock, 3000)
    expect(idle()).toBeNull()
    await passUntil(site.clock, () => typeof idle() === 'number')
    expect(site.clock.now() - since).toBeGreaterThan(THRESHOLDS_DEFAULT.operatorAwayMs)
    expect(staffed()).toBe(true)
    await site.verify()
    phone.live.moved()
    await present(() => idle() === null)
    await site.verify()
    phone.leave()
  })

  test('[PR41] on several nodes he is away who is so on each of them', async () => {
    const { bob, ann, server, clock } = site
    const run = async (command: PresenceCommand) => {
      const sent = { id: newId<CommandId>(clock.now()), command, actor: system('presence'), at: clock.now() }
      expect(await server.store.road.run(sent)).toMatchObject({ ok: true })
    }
    const since = clock.now()
    await run({ type: 'operator.vanish', operator: bob.id, node: 'all' })
    for (const node of ['one', 'two']) await run({ type: 'operator.appear', operator: bob.id, node })
    await run({ type: 'operator.idle', operator: bob.id, node: 'one', since })
    await site.verify()
    expect(presenceOf(bob, ann)?.idleSince).toBeNull()
    await run({ type: 'operator.idle', operator: bob.id, node: 'two', since: since + 1 })
    await present(() => presenceOf(bob, ann)?.idleSince === since + 1)
    await run({ type: 'operator.idle', operator: bob.id, node: 'one', since: null })
    await present(() => presenceOf(bob, ann)?.idleSince === null)
    await run({ type: 'operator.vanish', operator: bob.id, node: 'one' })
    await present(() => presenceOf(bob, ann)?.idleSince === since + 1)
    await site.verify()
    await run({ type: 'operator.vanish', operator: bob.id, node: 'all' })
    await site.verify()
  })

  test('[PR24] over the long poll one is connected all the time, not just while a poll is held', async () => {
    const { olaf, ann } = site
    const since = presenceOf(olaf)?.connectedAt
    const polling = await olaf.again('Olaf by poll', { blocked: ['/socket', '/stream'] })
    olaf.leave()
    await pass(site.clock, 2 * 60_000)
    expect(polling.live.link()).toEqual({ state: 'online', over: 'poll' })
    expect(presenceOf(olaf, ann)?.connectedAt).toBe(since)
    polling.leave()
    await site.verify()
  })

  test('[PR27] who was wrongly said to be gone is back with the next renewal', async () => {
    const { ann, root, server, clock } = site
    const id = newId<CommandId>(clock.now())
    const command = { type: 'operator.vanish', operator: ann.id, node: 'all' } as const
    await server.store.road.run({ id, command, actor: system('presence'), at: clock.now() })
    await present(() => presenceOf(ann, root)?.connectedAt === null)
    await passUntil(clock, () => presenceOf(ann, root)?.connectedAt !== null)
    await site.verify()
  })

  test('[PR25] a place whose last operator goes is not staffed any more, and the visitor reads it', async () => {
    for (const person of [site.ann, site.root]) person.leave()
    await pass(site.clock, ABSENT_MS + 2000)
    await present(() => staffed() === false)
    const back = await site.ann.again('Ann back')
    await present(() => staffed() === true)
    await site.verify()
    back.leave()
  })

  test('[PR26][B19] operators of a server that was killed are gone once it has been silent for 7 seconds', async () => {
    const database = await create()
    const killed = await openSite(database)
    const { ann, ada } = await openCast(killed)
    for (const { headers } of [ann, ada]) {
      const socket = await openRawSocket(killed.url, { headers })
      socket.say(operatorHello())
      await socket.hears('caught-up', 2)
    }
    const connected = async () =>
      (await readPresences(killed.server.store.reads)).filter(({ connectedAt }) => connectedAt !== null)
    await eventually(async () =>
      expect((await connected()).map(({ operator }) => operator).toSorted()).toEqual([ann.id, ada.id].toSorted()),
    )
    // Closing says no goodbye for anybody: what the database holds is what a killed server leaves.
    await killed.server.close()

    const { clock, faults } = killed
    const since = clock.now()
    const options = { clock, openStore: database.open, host: '127.0.0.1', port: 0, trusted: [] }
    const next = await startServer({ ...options, onFault: (fault) => faults.push(fault), onFatal: () => {} })
    const stillThere = async () =>
      (await readPresences(next.store.reads)).filter(({ connectedAt }) => connectedAt !== null).length
    await pass(clock, SILENT_MS - 1000)
    expect(await stillThere()).toBe(2)
    await eventually(async () => {
      await pass(clock, 1000)
      expect(await stillThere()).toBe(0)
    })
    expect(clock.now() - since).toBeGreaterThanOrEqual(SILENT_MS)
    const config = await (await fetch(`${next.url}/widget/${MAIN}/config.json`)).json()
    expect(config).toMatchObject({ staffed: false })
    await next.close()
    expect(faults).toEqual([])
    await database.drop()
  })

  const staffed = () => vera.live.view(`lobby:${MAIN}`)?.staffed
  const presenceOf = ({ id }: Operator, seenBy: Operator = site.ann) =>
    seenBy.live.view<'settings'>('settings')?.presences.find(({ operator }) => operator === id)

  async function configured(): Promise<boolean> {
    const config = (await (await fetch(`${site.url}/widget/${MAIN}/config.json`)).json()) as { staffed: boolean } // the route's answer
    return config.staffed
  }

  async function switchTo(person: Operator, available: boolean): Promise<void> {
    const availability = available ? 'everybody' : 'unavailable'
    expect(await person.send({ type: 'availability.set', availability })).toEqual({ ok: true })
    await site.verify()
  }
})
