// The server is killed again and again while both sides write. Its own clients, over real sockets and real time.
import type { ConversationId } from '@portico/protocol/ids'
import { systemClock } from '@portico/client/surroundings'
import { KILL_POINTS, type KillPoint } from '@portico/testkit/kill-points'
import type { TestDatabase } from '@portico/testkit/test-database'
import { eventually, present } from '@portico/testkit/eventually'
import { invite, makeOwner } from '@portico/testkit/site'
import { visitor, type Operator, type Person, type Place } from '@portico/testkit/person'
import { freePort } from '@portico/testkit/free-port'
import { startProcess, type ServerProcess } from '@portico/testkit/server-process'
import { expect } from 'vitest'

const LIFE_MS = 400
const FIRST_PASSAGE = 6
const PASSAGES = 10

type Said = { text: string; outcome: Promise<{ ok: boolean }> }

/** How often: at random, and at each named point. */
type Kills = { atRandom: number; perPoint: number }

/** The server has every acknowledged message once and in order, and so have the screens. */
export async function killAgainAndAgain(database: TestDatabase, { atRandom, perPoint }: Kills): Promise<void> {
  const port = await freePort()
  const place: Place = { url: `http://127.0.0.1:${port}`, clock: systemClock, people: new Set() }
  const random = seeded(20_261_120)
  let server = await startProcess({ port, environment: database.environment })
  const { vera, ann, conversation } = await meet(place, server)
  const writers = [vera, ann].map((person) => keepWriting(person, conversation))

  for (let kill = 0; kill < atRandom; kill++) {
    await Promise.all(writers.map((writer) => writer.moved()))
    await new Promise((resolve) => setTimeout(resolve, random() * LIFE_MS))
    server.kill()
    await server.ended
    server = await startProcess({ port, environment: database.environment })
    for (const { live } of place.people) live.tryNow()
  }
  const hits = await killAtPoints({ database, port, place, random, perPoint, current: server })
  server = await startProcess({ port, environment: database.environment })
  for (const { live } of place.people) live.tryNow()
  expect(hits).toEqual(new Map(KILL_POINTS.map((point) => [point, perPoint])))

  const said = await Promise.all(writers.map((writer) => writer.finish()))
  const acknowledged = await compare({ vera, ann, conversation, said: said.flat() })
  expect(acknowledged).toBeGreaterThan(atRandom)
  for (const { live } of place.people) live.close()
  server.kill()
  await server.ended
  await database.drop()
}

type Points = {
  database: TestDatabase
  port: number
  place: Place
  random: () => number
  perPoint: number
  current: ServerProcess
}

async function killAtPoints({ database, port, place, random, perPoint, current }: Points): Promise<Map<KillPoint, number>> {
  const hits = new Map<KillPoint, number>(KILL_POINTS.map((point) => [point, 0]))
  current.kill()
  await current.ended
  for (const point of Array.from({ length: perPoint }, () => KILL_POINTS).flat()) {
    const passage = FIRST_PASSAGE + Math.floor(random() * PASSAGES)
    const doomed = await startProcess({ port, environment: database.environment, order: { point, passage } })
    for (const { live } of place.people) live.tryNow()
    const died = await doomed.ended
    if (died) hits.set(died, (hits.get(died) ?? 0) + 1)
  }
  return hits
}

async function meet(place: Place, server: ServerProcess) {
  const root = await makeOwner(place, server.setupToken)
  const ann = await invite(place, root, { name: 'Ann', channels: ['main'] })
  root.leave()
  place.people.delete(root)
  const vera = await visitor(place, 'Vera')
  const { conversation } = await vera.open('first')
  expect(await ann.send({ type: 'conversation.accept', conversation })).toEqual({ ok: true })
  ann.live.watch(`conversation:${conversation}`)
  await present(() => ann.live.view(`conversation:${conversation}`))
  await present(() => vera.live.view(`chat:${conversation}`))
  return { vera, ann, conversation }
}

/** Always has a message under way: the next is written as soon as one is answered. */
function keepWriting(person: Person, conversation: ConversationId) {
  const said: Said[] = []
  let stopped = false
  let answered = Promise.withResolvers<void>()
  const writing = (async () => {
    for (let count = 1; !stopped; count++) {
      const text = `${person.name} ${count}`
      const outcome = person.say(conversation, text).then((sent) => sent.outcome)
      said.push({ text, outcome })
      await outcome
      answered.resolve()
      answered = Promise.withResolvers<void>()
    }
  })()
  return {
    /** At least one more message was answered. */
    moved: () => answered.promise,
    finish: async (): Promise<Said[]> => {
      stopped = true
      await writing
      return said
    },
  }
}

type Compared = { vera: Person; ann: Operator; conversation: ConversationId; said: readonly Said[] }

/** Answers how many were acknowledged. */
async function compare({ vera, ann, conversation, said }: Compared): Promise<number> {
  const acknowledged: string[] = []
  for (const { text, outcome } of said) if ((await outcome).ok) acknowledged.push(text)
  const stored = await readAll(ann, conversation)
  expect(new Set(stored).size, 'nothing is there twice').toBe(stored.length)
  for (const person of [vera, ann]) {
    const own = (texts: readonly string[]) => texts.filter((text) => text.startsWith(`${person.name} `))
    expect(own(stored), `${person.name}'s acknowledged messages, once and in order`).toEqual(own(acknowledged))
  }
  await eventually(() => {
    expect(textsOf(ann.live.view(`conversation:${conversation}`)?.lines), "the operator's screen").toEqual(stored)
    expect(textsOf(vera.live.view(`chat:${conversation}`)?.lines), "the visitor's screen").toEqual(stored)
  })
  return acknowledged.length
}

async function readAll(ann: Compared['ann'], conversation: ConversationId): Promise<string[]> {
  const lines: { ordinal: number; body: { kind: string; text?: string } }[] = []
  let before: number | undefined
  for (;;) {
    const response = await ann.request(
      `/api/conversations/${conversation}/lines?limit=100${before === undefined ? '' : `&before=${before}`}`,
    )
    const page = (await response.json()) as { lines: typeof lines; older: boolean } // the route's answer
    lines.unshift(...page.lines)
    before = page.lines[0]?.ordinal
    if (!page.older) return textsOf(lines)
  }
}

const textsOf = (lines: readonly { body: { kind: string; text?: string } }[] = []): string[] =>
  lines.flatMap(({ body }) => (body.kind === 'message' && body.text !== undefined ? [body.text] : []))

// Park and Miller's minimal standard generator: the same kills in every run.
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
