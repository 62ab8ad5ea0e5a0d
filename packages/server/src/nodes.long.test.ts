// Three nodes on one PostgreSQL, each a process of its own, in real time: with Redis, with LISTEN and NOTIFY alone, with Redis
// killed in the middle. The clock of the third is a minute slow in all of this.
import { setTimeout } from 'node:timers/promises'
import type { ConversationId } from '@portico/protocol/ids'
import { SNAPSHOT_LINES } from '@portico/protocol/limits'
import type { Outcome } from '@portico/protocol/outcome'
import type { Account } from '@portico/testkit/account'
import { openBalancer } from '@portico/testkit/balancer'
import { eventually } from '@portico/testkit/eventually'
import { hireAll } from '@portico/testkit/hire-all'
import { holdHead } from '@portico/testkit/hold-head'
import { startNode, type NodeProcess } from '@portico/testkit/node-process'
import { MAIN, operator, visitor, type Operator, type Person, type Place, type Visitor } from '@portico/testkit/person'
import { startRedis, type Redis } from '@portico/testkit/redis-server'
import { createPostgres, type TestDatabase } from '@portico/testkit/test-database'
import { connectTo } from '@portico/testkit/toy-road'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { realClock } from './platform/clock.ts'
import type { Db } from './platform/db/database.ts'
import { must } from './platform/must.ts'

const NODES = 3
const WORDS = 100
/** A visitor says less at once. */
const VISITOR_WORDS = 10
const NAMES = ['Ann', 'Bob', 'Carla', 'Dora']
const CROWD = Array.from({ length: 50 }, (_, n) => `operator-${n}`)
const SHOWN_MS = 10_000
/** How late a machine that does other things may find a timer. */
const SLACK_MS = 5000
const HELD_MS = 40_000
const WRITERS = 5
const WRITER_MS = 700
const WORDS_LEAST = 10

type Held = { conversation: ConversationId; since: number; outcome: Promise<Outcome>; release: () => Promise<void> }

const postgres = inject('postgres')
const redisUrl = inject('redis')

const WAYS = [
  { name: 'with Redis', redis: true },
  { name: 'with LISTEN and NOTIFY alone', redis: false },
] as const

describe.skipIf(postgres === null || redisUrl === null).each(WAYS)('three nodes $name', ({ redis: withRedis }) => {
  let database: TestDatabase
  let db: Db
  let redis: Redis | undefined
  let nodes: NodeProcess[] = []
  let dorasOwn: Account
  let crowdsOwn: readonly Account[]
  /** Each on a node of his own. */
  let ann: Operator
  let bob: Operator
  let carla: Operator
  let vera: Visitor
  let conversation: ConversationId
  /** What Walter says to Bob comes to a lock, and all else goes on meanwhile. */
  let held: Held
  const people = new Set<Person>()
  const faults: string[] = []
  /** Whether Vera was last said to be there, and how often that has changed, to each. */
  const told = new Map<Operator, string[]>()

  beforeAll(async () => {
    database = await createPostgres(must(postgres), inject('templates').postgres)
    db = connectTo(database)
    const [forAnn, forBob, forCarla, forDora, ...others] = await hireAll(database, [...NAMES, ...CROWD])
    dorasOwn = must(forDora)
    crowdsOwn = others
    redis = withRedis ? must(await startRedis()) : undefined
    nodes = await Promise.all(Array.from({ length: NODES }, (_, n) => start(n)))
    ann = await operator(placeAt(0), 'Ann', must(forAnn))
    bob = await operator(placeAt(1), 'Bob', must(forBob))
    carla = await operator(placeAt(2), 'Carla', must(forCarla))
    vera = await visitor(placeAt(2), 'Vera')
    conversation = (await vera.open('first')).conversation
    expect(await ann.send({ type: 'conversation.accept', conversation })).toEqual({ ok: true })
    for (const person of staff()) listen(person)
    await eventually(() => expect(staff().map((person) => wordsTo(person))).toEqual(staff().map(() => ['first'])))
    await shownToAll(ann, bob, carla)
    held = await holdUp()
  })
  afterAll(async () => {
    await held.release()
    for (const person of people) person.leave()
    for (const node of nodes) await node.kill()
    await redis?.stop()
    await db.destroy()
    await database.drop()
  })

  test('[ND10][ND41] what is said by each is with all, once and in one order', () => sayAll('word'))

  test('[ND22][ND24] who comes to one node, or leaves it, is shown so on each within 10 seconds', async () => {
    const dora = await operator(placeAt(1), 'Dora', dorasOwn)
    await shownToAll(ann, bob, carla, dora)
    dora.leave()
    await shownToAll(ann, bob, carla)
    await leaveAndReturn()
  })

  test('[ND23][ND13] with Redis killed in the middle all goes on, nobody vanishes; when it comes again it is used again', async (context) => {
    if (!redis) return context.skip()
    const before = staff().map(seen)
    const saying = sayAll('while Redis dies')
    await redis.stop()
    await saying
    await sayAll('without Redis')
    const dora = await operator(placeAt(1), 'Dora', dorasOwn)
    await shownToAll(ann, bob, carla, dora)
    dora.leave()
    await shownToAll(ann, bob, carla)
    await setTimeout(SHOWN_MS)
    redis = must(await startRedis(redis.port))
    await sayAll('with Redis again')
    await setTimeout(SHOWN_MS)
    await shownToAll(ann, bob, carla)
    expect(staff().map(seen)).toEqual(before)
    await leaveAndReturn()
  })

  test('[ND43] of fifty operators on three nodes who accept one conversation one has it', async () => {
    const crowd = await Promise.all(crowdsOwn.map((account, n) => operator(placeAt(n % NODES), must(CROWD[n]), account)))
    const { conversation: wanted } = await (await visitor(placeAt(0), 'Victor')).open('Who will answer?')
    const outcomes = await Promise.all(crowd.map(({ send }) => send({ type: 'conversation.accept', conversation: wanted })))
    const winner = must(crowd[outcomes.findIndex(({ ok }) => ok)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refused === 'taken')).toHaveLength(CROWD.length - 1)
    await eventually(() => {
      for (const person of [...staff(), ...crowd]) {
        const row = person.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === wanted)
        expect(row?.phase).toMatchObject({ state: 'active', operators: [{ id: winner.id }] })
      }
    })
    for (const person of crowd) person.leave()
  })

  test('[ND22] of a node that is killed operators and visitors are shown as gone within 10 seconds, all others stay', async () => {
    const before = seen(ann).length
    await must(nodes[2]).kill()
    faults.push(...must(nodes[2]).faults())
    await shownTo([ann, bob], [ann, bob])
    await eventually(() => expect([seen(ann).at(-1), seen(bob).at(-1)]).toEqual(['away', 'away']), SHOWN_MS + SLACK_MS)
    expect(seen(ann).slice(before)).toEqual(['away'])
    nodes[2] = await start(2)
    for (const person of [carla, vera]) person.live.tryNow()
    await shownToAll(ann, bob, carla)
    await eventually(() => expect(staff().map((person) => seen(person).at(-1))).toEqual(['here', 'here', 'here']))
    await sayAll('after its return')
  })

  test('[ND42] a commit that a lock has held for 40 seconds is shown on each node when it comes, and has held up nobody else', async () => {
    await setTimeout(Math.max(0, held.since + HELD_MS - performance.now()))
    expect(staff().map((person) => wordsTo(person, held.conversation))).toEqual(staff().map(() => ['Is anybody there?']))
    await held.release()
    await eventually(() => {
      for (const person of staff()) expect(wordsTo(person, held.conversation)).toContain('held for long')
    }, SHOWN_MS + SLACK_MS)
    expect(await held.outcome).toEqual({ ok: true })
  })

  test('[ND40][P14] nodes are renewed one after the other under load: no send fails, each is there once', async () => {
    const balancer = await openBalancer(nodes.map(({ port }) => port))
    const front: Place = { url: `http://127.0.0.1:${balancer.port}`, clock: realClock, people }
    const writers = await Promise.all(Array.from({ length: WRITERS }, (_, n) => visitor(front, `Writer ${n}`)))
    let renewing = true
    const writing = writers.map(async (writer) => {
      const { conversation: own } = await writer.open('begin')
      const said = ['begin']
      for (let i = 0; renewing || i < WORDS_LEAST; i++) {
        const text = `${writer.name} says ${i}`
        expect((await writer.say(own, text)).outcome).toEqual({ ok: true })
        said.push(text)
        await setTimeout(WRITER_MS)
      }
      return { writer, own, said }
    })
    for (const [n, node] of nodes.entries()) {
      await node.stop()
      faults.push(...node.faults())
      nodes[n] = await start(n)
    }
    renewing = false
    for (const { writer, own, said } of await Promise.all(writing)) {
      expect(await storedIn(own)).toEqual(said)
      await eventually(() => expect(chatOf(writer, own)).toEqual(said.slice(-chatOf(writer, own).length)))
    }
    balancer.close()
    await sayAll('after all were renewed')
    await shownToAll(ann, bob, carla)
  })

  test('no node complains of anything but the lock', () => {
    const all = [...faults, ...nodes.flatMap((node) => node.faults())]
    expect(all.filter((fault) => !fault.includes('lock timeout'))).toEqual([])
  })

  const staff = () => [ann, bob, carla]
  const placeAt = (n: number): Place => ({ url: must(nodes[n]).url, clock: realClock, people })
  const start = (n: number) =>
    startNode({
      environment: { ...database.environment, ...(redis && { REDIS_URL: redis.url }) },
      isSlow: n === NODES - 1,
      ...(nodes[n] && { port: nodes[n].port }),
    })

  async function holdUp(): Promise<Held> {
    const walter = await visitor(placeAt(1), 'Walter')
    const { conversation: own } = await walter.open('Is anybody there?')
    expect(await bob.send({ type: 'conversation.accept', conversation: own })).toEqual({ ok: true })
    for (const { live } of staff()) live.watch(`conversation:${own}`)
    await eventually(() => staff().forEach((person) => expect(wordsTo(person, own)).toHaveLength(1)))
    return {
      conversation: own,
      release: await holdHead(database, `chat:${own}`),
      since: performance.now(),
      outcome: walter.say(own, 'held for long').then(({ outcome }) => outcome),
    }
  }

  function listen(person: Operator): void {
    const heard: string[] = []
    told.set(person, heard)
    person.live.watch(`conversation:${conversation}`)
    person.live.onFleeting((topic, { type }) => {
      if (topic !== `conversation:${conversation}` || !type.startsWith('visitor.')) return
      const word = type.slice('visitor.'.length)
      if (heard.at(-1) !== word) heard.push(word)
    })
  }
  const seen = (person: Operator) => [...(told.get(person) ?? [])]

  async function leaveAndReturn(): Promise<void> {
    vera.leave()
    await eventually(
      () => expect(staff().map((each) => seen(each).at(-1))).toEqual(['away', 'away', 'away']),
      SHOWN_MS + SLACK_MS,
    )
    vera = await vera.again('Vera')
    await eventually(
      () => expect(staff().map((each) => seen(each).at(-1))).toEqual(['here', 'here', 'here']),
      SHOWN_MS + SLACK_MS,
    )
  }

  const shownToAll = (...there: Operator[]) => shownTo(staff(), there)
  const shownTo = (eyes: Operator[], there: Operator[]) =>
    eventually(() => {
      for (const person of eyes)
        expect(connectedTo(person), `as ${person.name} sees it`).toEqual(new Set(there.map(({ id }) => id)))
    }, SHOWN_MS + SLACK_MS)
  const connectedTo = ({ live }: Operator) =>
    new Set(
      live
        .view<'settings'>('settings')
        ?.presences.filter(({ connectedAt }) => connectedAt !== null)
        .map(({ operator: id }) => id),
    )

  /** All say so many words at once, each on another node; then all have all, in one order. */
  async function sayAll(what: string): Promise<void> {
    const before = (await storedIn(conversation)).length
    const said = [...staff(), vera].flatMap((person) =>
      Array.from({ length: person === vera ? VISITOR_WORDS : WORDS }, (_, n) => ({
        person,
        text: `${what} ${n} by ${person.name}`,
      })),
    )
    const outcomes = await Promise.all(said.map(({ person, text }) => person.say(conversation, text)))
    expect(outcomes.filter(({ outcome }) => !outcome.ok)).toEqual([])
    const stored = await storedIn(conversation)
    for (const each of [...staff(), vera]) {
      const own = said.filter(({ person }) => person === each).map(({ text }) => text)
      expect(stored.slice(before).filter((text) => text.endsWith(` by ${each.name}`))).toEqual(own)
    }
    expect(stored).toHaveLength(before + said.length)
    await eventually(() => {
      for (const words of [...staff().map((person) => wordsTo(person)), chatOf(vera, conversation)]) {
        expect(words.length).toBeGreaterThanOrEqual(SNAPSHOT_LINES)
        expect(words).toEqual(stored.slice(-words.length))
      }
    })
  }

  async function storedIn(id: ConversationId): Promise<string[]> {
    const lines = db.selectFrom('line').select('text').where('conversation_id', '=', id).where('kind', '=', 'message')
    return (await lines.orderBy('ordinal').execute()).map(({ text }) => text)
  }
  const wordsTo = (person: Operator, id = conversation) =>
    messagesIn(person.live.view<'conversation'>(`conversation:${id}`)?.lines)
  const chatOf = (person: Visitor, id: ConversationId) => messagesIn(person.live.view<'chat'>(`chat:${id}`)?.lines)
})

const messagesIn = (lines: readonly { body: { kind: string } }[] | undefined): string[] =>
  (lines ?? []).flatMap(({ body }) => (body.kind === 'message' && 'text' in body ? [String(body.text)] : []))
