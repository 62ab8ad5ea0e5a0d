// Two servers on one database that hear of each other. Time stands still but for the moments in which hints are gathered: what
// comes here comes by a hint, and by nobody's looking.
import { setTimeout } from 'node:timers/promises'
import type { Fleeting } from '@portico/protocol/fleeting'
import type { ConversationId } from '@portico/protocol/ids'
import { startSession, succeed } from '@portico/testkit/account'
import { pass, passUntil } from '@portico/testkit/clock'
import { enlist } from '@portico/testkit/enlist'
import { eventually, present } from '@portico/testkit/eventually'
import { holdHead } from '@portico/testkit/hold-head'
import { neighboursOn, openNode, type OtherNode } from '@portico/testkit/nodes'
import { MAIN, operator, visitor, type Operator, type Visitor } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { createPostgres } from '@portico/testkit/test-database'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { SESSION_MS } from '../../auth/account.ts'
import { readConnections } from '../../presence/reads.ts'
import { must } from '../must.ts'
import { HINT_MS, LONELY_CHECK_MS } from './limits.ts'
import { countReads } from './testing-reads.ts'

const WORDS = 40
const LOOK_MS = 10
/** The real network has longer before the last steps of time: the machine may do other things. */
const LAST_STEPS = 10
const LAST_LOOKS = 30
const OPERATORS = 10
const MINUTE_MS = 60_000
const url = inject('postgres')

describe.skipIf(url === null)('on PostgreSQL', () => {
  let site: StaffedSite
  let other: OtherNode
  let annThere: Operator
  let vera: Visitor
  let conversation: ConversationId
  const heardThere: Fleeting[] = []
  const readThere = countReads()

  beforeAll(async () => {
    const database = await createPostgres(must(url))
    const openNeighbours = neighboursOn(database)
    site = await openStaffedSite(database, { openNeighbours })
    // One node's clock is a minute slow in all of this.
    const clock = { ...site.clock, now: () => site.clock.now() - MINUTE_MS }
    other = await openNode(site, { openNeighbours, openStore: readThere.counting(database.open), clock })
    vera = await site.visit('Vera')
    annThere = await operator(other, 'Ann over there', site.ann)
    conversation = (await vera.open('Hi')).conversation
    expect(await site.ann.send({ type: 'conversation.accept', conversation })).toMatchObject({ ok: true })
    annThere.live.watch(`conversation:${conversation}`)
    annThere.live.onFleeting((topic, fleeting) => topic === `conversation:${conversation}` && heardThere.push(fleeting))
    annThere.live.onFleeting((topic, fleeting) => topic === `channel:${MAIN}` && heardThere.push(fleeting))
    await present(() => linesThere().includes('Hi'))
  })
  afterAll(async () => {
    annThere.leave()
    await other.close()
    await closeSound(site)
  })

  test('[ND10][ND41] what is committed on one node is on the other by its hint, each entry once and in order, though its clock is slow', async () => {
    const before = readThere.count()
    const words = Array.from({ length: WORDS }, (_, n) => `word ${n}`)
    const said = await Promise.all(words.map((text) => site.ann.say(conversation, text)))
    expect(new Set(said.map(({ outcome }) => outcome.ok))).toEqual(new Set([true]))
    await soon(() => linesThere().length === WORDS + 1)
    expect(linesThere()).toEqual(['Hi', ...words])
    // Many hints are one query.
    expect(readThere.count() - before).toBeLessThan(WORDS)
    await annThere.say(conversation, 'from over there')
    await soon(() => vera.live.view(`chat:${conversation}`)?.lines.at(-1)?.body.kind === 'message')
    await soon(() => JSON.stringify(vera.live.view(`chat:${conversation}`)).includes('from over there'))
    await site.verify()
  })

  test('[ND11] typing and the movement of lists are heard on the other node', async () => {
    vera.live.sendFleeting({ type: 'typing', conversation, box: 'reply' })
    await soon(() => heardThere.some(({ type }) => type === 'typing'))
    heardThere.length = 0
    await vera.say(conversation, 'moves the list')
    await soon(() => heardThere.some(({ type }) => type === 'conversation.stirred'))
  })

  test('[ND24] an operator who is on two nodes is there until he has left both', async () => {
    const { reads } = site.server.store
    const bobThere = await operator(other, 'Bob over there', site.bob)
    const nodesOfBob = async () => (await readConnections(reads, site.bob.id)).length
    await eventually(async () => expect(await nodesOfBob()).toBe(2))
    site.bob.leave()
    await passUntilSeen(async () => expect(await nodesOfBob()).toBe(1))
    expect(presenceOf(site.bob)?.connectedAt).not.toBeNull()
    bobThere.leave()
    await passUntilSeen(async () => expect(await nodesOfBob()).toBe(0))
    await passUntilSeen(() => expect(presenceOf(site.bob)?.connectedAt).toBeNull())
  })

  test('[ND24] a visitor who is on two nodes is there until he has left both', async () => {
    const nodesOfVera = async () => {
      const { reads } = site.server.store
      return (await reads.selectFrom('member').select('node').where('topic', '=', `chat:${conversation}`).execute()).length
    }
    const veraThere = await visitor({ ...other, people: site.people }, 'Vera over there', { token: vera.token })
    await passUntilSeen(async () => expect(await nodesOfVera()).toBe(2))
    heardThere.length = 0
    vera.leave()
    await passUntilSeen(async () => expect(await nodesOfVera()).toBe(1))
    expect(heardThere.map(({ type }) => type)).not.toContain('visitor.away')
    veraThere.leave()
    await passUntilSeen(() => expect(heardThere.map(({ type }) => type)).toContain('visitor.away'))
    vera = await vera.again('Vera back')
    await soon(() => heardThere.at(-1)?.type === 'visitor.here')
  })

  test('[PR43][B17] that a session begins on one node and ends there is read on the other', async () => {
    const { bob, clock } = site
    const untilThere = () =>
      annThere.live.view<'settings'>('settings')?.presences.find(({ operator: id }) => id === bob.id)?.loggedInUntil
    const before = await present(untilThere)
    await clock.move(1000)
    const until = clock.now() + SESSION_MS
    const { actor, session } = await startSession(site, bob.id)
    await passUntil(clock, () => untilThere() === until)
    await succeed(site, { type: 'session.revoke', session }, actor)
    await passUntil(clock, () => untilThere() === before)
    await site.verify()
  })

  test('[PR40] whoever looks from another node is told where the visitor is', async () => {
    let page = { url: 'https://shop.example/bowls', title: 'Bowls' }
    const walid = await visitor(site, 'Walid', { page: () => page })
    const asked = (await walid.open('And here?')).conversation
    const pages: unknown[] = []
    annThere.live.onFleeting((topic, message) => {
      if (topic === `conversation:${asked}` && message.type === 'visitor.here') pages.push(message.page)
    })
    const unwatch = annThere.live.watch(`conversation:${asked}`)
    await passUntilSeen(() => expect(pages.at(-1)).toEqual(page))
    page = { url: 'https://shop.example/cart', title: 'Cart' }
    walid.live.moved()
    await passUntilSeen(() => expect(pages.at(-1)).toEqual(page))
    unwatch()
    expect(walid.tap.received()).not.toContain('visitor.sought')
    walid.leave()
  })

  test('[ND42] a commit that a lock held for 40 seconds is shown on the other node when it comes', async () => {
    const release = await holdHead(site.database, `chat:${conversation}`)
    const held = vera.say(conversation, 'held for long')
    await pass(site.clock, 2000)
    for (let ms = 2000; ms < 40_000; ms += 1000) await site.clock.move(1000)
    expect(linesThere()).not.toContain('held for long')
    await release()
    await passUntil(site.clock, () => linesThere().includes('held for long'))
    expect((await held).outcome).toEqual({ ok: true })
  })

  test('[ND43] of operators on two nodes who accept one conversation one has it', async () => {
    const crowd: Operator[] = []
    while (crowd.length < OPERATORS)
      crowd.push(await enlist(site, `operator-${crowd.length}`, { on: crowd.length % 2 ? site : other }))
    const { conversation: wanted } = await (await site.visit('Victor')).open('Who will answer?')
    const outcomes = await Promise.all(crowd.map(({ send }) => send({ type: 'conversation.accept', conversation: wanted })))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refused === 'taken')).toHaveLength(OPERATORS - 1)
    for (const person of crowd) person.leave()
  })

  test('[ND12] who is put out of a channel on one node hears it no more on the other, at once', async () => {
    await site.root.send({ type: 'channel.leave', channel: MAIN, operator: site.ann.id })
    await soon(() => annThere.live.view(`channel:${MAIN}`) === undefined)
  })

  const linesThere = () =>
    annThere.live
      .view(`conversation:${conversation}`)
      ?.lines.flatMap(({ body }) => (body.kind === 'message' ? [body.text] : [])) ?? []
  const presenceOf = ({ id }: Operator) =>
    annThere.live.view<'settings'>('settings')?.presences.find(({ operator: each }) => each === id)

  const passUntilSeen = (look: () => void | Promise<void>) =>
    eventually(async () => {
      await pass(site.clock, 1000)
      await look()
    })

  /** Lets hints be read, and no position check begin. */
  async function soon(come: () => boolean): Promise<void> {
    for (let ms = 0; ms < LONELY_CHECK_MS && !come(); ms += HINT_MS) {
      await site.clock.move(HINT_MS)
      const looks = ms < LONELY_CHECK_MS - LAST_STEPS * HINT_MS ? 1 : LAST_LOOKS
      for (let look = 0; look < looks && !come(); look++) await setTimeout(LOOK_MS)
    }
    expect(come()).toBe(true)
  }
})
