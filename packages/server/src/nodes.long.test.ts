// Three nodes on one PostgreSQL in real time: with Redis, with LISTEN and NOTIFY alone, with Redis killed in the middle.
import type { ConversationId } from '@portico/protocol/ids'
import { openBalancer } from '@portico/testkit/balancer'
import { eventually } from '@portico/testkit/eventually'
import { neighboursOn } from '@portico/testkit/nodes'
import { MAIN, operator, visitor, type Operator, type Person, type Place, type Visitor } from '@portico/testkit/person'
import { startRedis, type Redis } from '@portico/testkit/redis-server'
import { invite, makeOwner } from '@portico/testkit/site'
import { createPostgres, type TestDatabase } from '@portico/testkit/test-database'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { realClock } from './platform/clock.ts'
import { must } from './platform/must.ts'
import { parseProxies } from './platform/wire/address.ts'
import { startServer, type PorticoServer } from './server.ts'

const NODES = 3
const WORDS = 100
const SHOWN_MS = 10_000
/** How late a machine that does other things may find a timer. */
const SLACK_MS = 5000
const postgres = inject('postgres')
const redisUrl = inject('redis')

const WAYS = [
  { name: 'with Redis', redis: true },
  { name: 'with LISTEN and NOTIFY alone', redis: false },
] as const

describe.skipIf(postgres === null || redisUrl === null).each(WAYS)('three nodes $name', ({ redis: withRedis }) => {
  let database: TestDatabase
  let redis: Redis | undefined
  let nodes: PorticoServer[]
  let places: Place[]
  let root: Operator
  let ann: Operator
  let bob: Operator
  let vera: Visitor
  let conversation: ConversationId
  const people = new Set<Person>()
  const faults: string[] = []
  const away: unknown[] = []

  beforeAll(async () => {
    database = await createPostgres(must(postgres))
    redis = withRedis ? must(await startRedis()) : undefined
    nodes = []
    for (let n = 0; n < NODES; n++) nodes.push(await openNode())
    places = nodes.map(placeOf)
    root = await makeOwner(placeAt(0), must(nodes[0]).setupToken)
    ann = await invite(placeAt(0), root, { name: 'Ann', channels: [MAIN] })
    bob = await operator(placeAt(1), 'Bob', await accountOf('Bob'))
    vera = await visitor(placeAt(2), 'Vera')
    conversation = (await vera.open('first')).conversation
    for (const person of [ann, bob]) person.live.watch(`conversation:${conversation}`)
    ann.live.onFleeting(
      (topic, { type }) => topic === `conversation:${conversation}` && type === 'visitor.away' && away.push(type),
    )
    await eventually(() => expect([textsOf(ann), textsOf(bob)]).toEqual([['first'], ['first']]))
    await eventually(() => expect(connected()).toEqual(new Set([root.id, ann.id, bob.id])))
  })
  afterAll(async () => {
    for (const person of people) person.leave()
    for (const node of nodes) await node.close()
    await redis?.stop()
    await database.drop()
  })

  test('[ND10] what is said by each is with all, once and in one order', async () => {
    await sayAll('word')
  })

  test('[ND23][ND13] with Redis killed in the middle all goes on, nobody vanishes; when it comes again it is used again', async (context) => {
    if (!redis) return context.skip()
    const { port } = redis
    const saying = sayAll('while Redis dies')
    await redis.stop()
    await saying
    await sayAll('without Redis')
    await new Promise((resolve) => setTimeout(resolve, SHOWN_MS + SLACK_MS))
    expect(connected()).toEqual(new Set([root.id, ann.id, bob.id]))
    expect(away).toEqual([])
    redis = must(await startRedis(port))
    await sayAll('with Redis again')
    expect(away).toEqual([])
  })

  test('[ND22] of a node that dies operators and visitors are shown as gone within 10 seconds, all others stay', async () => {
    for (const person of [bob, vera]) person.leave()
    const bobThere = await operator(placeAt(2), 'Bob on the third', bob)
    await eventually(() => expect(connected()).toContain(bob.id))
    await must(nodes[2]).close()
    bobThere.leave()
    await eventually(() => expect(connected()).toEqual(new Set([root.id, ann.id])), SHOWN_MS + SLACK_MS)
    await eventually(() => expect(away).not.toEqual([]), SHOWN_MS + SLACK_MS)
    nodes[2] = await openNode()
    places[2] = placeOf(must(nodes[2]))
  })

  test('[ND40][P14] nodes are renewed one after the other under load: no send fails, each is there once', async () => {
    const balancer = await openBalancer(nodes.map(portOf))
    const front: Place = { url: `http://127.0.0.1:${balancer.port}`, clock: realClock, people }
    const writers = await Promise.all(Array.from({ length: 5 }, (_, n) => visitor(front, `Writer ${n}`)))
    const begun = await Promise.all(writers.map((writer) => writer.open('begin')))
    const said: string[][] = writers.map(() => [])
    let renewing = true
    const writing = writers.map(async (writer, n) => {
      for (let i = 0; renewing || i < 10; i++) {
        const text = `writer ${n} word ${i}`
        const { outcome } = await writer.say(must(begun[n]).conversation, text)
        expect(outcome).toEqual({ ok: true })
        must(said[n]).push(text)
        await new Promise((resolve) => setTimeout(resolve, 700))
      }
    })
    for (const [n, node] of nodes.entries()) {
      balancer.targets.delete(portOf(node))
      await node.close()
      nodes[n] = await openNode()
      balancer.targets.add(portOf(must(nodes[n])))
    }
    renewing = false
    await Promise.all(writing)
    for (const [n, writer] of writers.entries())
      await eventually(() =>
        expect(chatTextsOf(writer, must(begun[n]).conversation)).toEqual(['begin', ...must(said[n])].slice(-50)),
      )
    balancer.close()
  })

  test('nothing was at fault but what was killed', () => {
    expect(faults.filter((what) => what === 'fatal')).toEqual([])
  })

  /** All say so many words, each on another node; then all have all, in one order. */
  async function sayAll(what: string): Promise<void> {
    const writers = [ann, bob, vera]
    const before = textsOf(ann).length
    const outcomes = await Promise.all(
      writers.flatMap((person) =>
        Array.from({ length: person === vera ? WORDS / 10 : WORDS }, (_, n) =>
          person.say(conversation, `${what} ${n} by ${person.name}`),
        ),
      ),
    )
    expect(outcomes.filter(({ outcome }) => !outcome.ok)).toEqual([])
    await eventually(() => expect(textsOf(ann)).toHaveLength(before + outcomes.length))
    await eventually(() => expect(textsOf(bob)).toEqual(textsOf(ann)))
    expect(new Set(textsOf(ann)).size).toBe(textsOf(ann).length)
    await eventually(() => expect(chatTextsOf(vera, conversation).slice(-50)).toEqual(textsOf(ann).slice(-50)))
  }

  const openNode = () =>
    startServer({
      openStore: database.open,
      openNeighbours: neighboursOn(database, redis?.url),
      clock: realClock,
      host: '127.0.0.1',
      port: 0,
      trusted: parseProxies('127.0.0.1'),
      onFault: ({ what }) => faults.push(what),
      onFatal: () => faults.push('fatal'),
    })
  const placeOf = ({ url }: PorticoServer): Place => ({ url: url.replace('localhost', '127.0.0.1'), clock: realClock, people })
  const placeAt = (n: number) => must(places[n])
  const portOf = ({ url }: PorticoServer) => Number(new URL(url).port)
  async function accountOf(name: string): Promise<{ id: Operator['id']; cookie: string }> {
    const made = await invite(placeAt(0), root, { name, channels: [MAIN] })
    made.leave()
    return made
  }
  const connected = () =>
    new Set(
      ann.live
        .view<'settings'>('settings')
        ?.presences.filter(({ connectedAt }) => connectedAt !== null)
        .map(({ operator: id }) => id),
    )
  const textsOf = (person: Person) => messagesIn(person.live.view<'conversation'>(`conversation:${conversation}`)?.lines)
  const chatTextsOf = (person: Person, id: ConversationId) => messagesIn(person.live.view<'chat'>(`chat:${id}`)?.lines)
})

const messagesIn = (lines: readonly { body: { kind: string } }[] | undefined): string[] =>
  (lines ?? []).flatMap(({ body }) => (body.kind === 'message' && 'text' in body ? [String(body.text)] : []))
