import { setImmediate, setTimeout } from 'node:timers/promises'
import type { ConversationId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Connection } from './load/connection.ts'
import type { Crowd } from './load/crowd.ts'
import { median } from './load/percentile.ts'
import type { BenchOperator } from './load/population.ts'
import { measured, type Bench } from './measure.ts'
import { withPair } from './server/pair.ts'

const ROUNDS = 30
const PAUSE_MS = 40
const TEN = 10
const SOCKETS_PER_OPERATOR = 10
// Two more than listen: each of them is alone in a conversation.
const SIZE = { teams: 1, operatorsPerTeam: 102, conversationsPerOperator: 1 }
const TEXT = 'The customer would rather have the blue one, and asks whether we could keep it until Friday.'

export const run: Bench = ({ progress, signal }) =>
  withPair({ size: SIZE, signal }, async ({ portico, bare, population }) => {
    const [first, second, ...operators] = population.operators
    const [watched] = operators.flatMap(({ conversations }) => conversations)
    if (!first || !second || !watched) throw new Error('each operator has a conversation')
    const plug = await loner(portico.crowd, first)
    const other = await loner(portico.crowd, second)
    const members = await connectAudience(portico.crowd, { operators, watched })
    const entry = await entryFrame(members, watched)
    const shout = JSON.stringify({ type: 'shout', topic: `conversation:${watched}`, text: entry })
    const own = audienceOf(members)
    const bareOwn = audienceOf(await connectAudience(bare.crowd, { operators, watched }))
    progress(`${members.length} subscribers on each server, ${entry.length} bytes for each`)

    const times = {
      one: [] as number[],
      ten: [] as number[],
      bare: [] as number[],
      bareTen: [] as number[],
      quiet: [] as number[],
    }
    const note = () => noteFrame(watched)
    for (let round = 1; round <= ROUNDS; round++) {
      times.quiet.push(await portico.crowd.undisturbed(behind(plug, () => other.note())))
      times.one.push(await portico.crowd.undisturbed(behind(plug, () => own.timeToLast([note()]))))
      times.bare.push(await bare.crowd.undisturbed(bareOwn.timeToLast([shout])))
      times.ten.push(await portico.crowd.undisturbed(behind(plug, () => own.timeToLast(Array.from({ length: TEN }, note)))))
      times.bareTen.push(await bare.crowd.undisturbed(bareOwn.timeToLast(Array<string>(TEN).fill(shout))))
      if (round % TEN === 0) progress(`round ${round} of ${ROUNDS}`)
      await setTimeout(PAUSE_MS, undefined, { signal })
    }
    const quiet = median(times.quiet)
    const to = `to ${members.length} subscribers, to the last`
    return [
      measured({
        measure: `one entry ${to}`,
        unit: 'ms',
        value: median(times.one) - quiet,
        baseline: median(times.bare),
        limit: { of: 'ratio', atMost: 1.3 },
        note: `without the ${quiet.toFixed(1)} ms that a line nobody else hears takes to be acked`,
      }),
      measured({
        measure: `ten entries in one tick ${to}`,
        unit: 'ms',
        value: median(times.ten) - quiet,
        baseline: median(times.one) - quiet,
        limit: { of: 'ratio', atMost: 2 },
        note: `the baseline is Portico's own time for one; bare ws takes ${median(times.bareTen).toFixed(1)} ms for the ten`,
      }),
    ]
  })

type Watching = { operators: readonly BenchOperator[]; watched: ConversationId }

/** Everybody has the same conversation on the screen, on as many devices as one may have. */
async function connectAudience(crowd: Crowd, { operators, watched }: Watching): Promise<Connection[]> {
  const audience: Connection[] = []
  for (let device = 0; device < SOCKETS_PER_OPERATOR; device++) {
    audience.push(...(await Promise.all(operators.map((operator) => crowd.operator(operator, [watched])))))
  }
  return audience
}

type Audience = {
  /** Each of the frames is sent by somebody else at the same moment; resolves when everybody has all of what follows. */
  timeToLast: (frames: readonly string[]) => Promise<number>
}

function audienceOf(members: readonly Connection[]): Audience {
  let missing = 0
  let last = () => {}
  for (const member of members) {
    member.count(() => {
      if (--missing === 0) last()
    })
  }
  return {
    timeToLast: async (frames) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      missing = members.length * frames.length
      last = resolve
      const startedAt = performance.now()
      frames.forEach((frame, n) => members[n]?.send(frame))
      await promise
      return performance.now() - startedAt
    },
  }
}

type Loner = { note: () => Promise<number> }

/** Somebody whose notes nobody else hears; resolves when one is acked, with how long that took. */
async function loner(crowd: Crowd, operator: BenchOperator): Promise<Loner> {
  const connection = await crowd.operator(operator, [])
  return {
    note: async () => {
      const { promise, resolve } = Promise.withResolvers<string>()
      connection.listen({ reply: resolve })
      const startedAt = performance.now()
      for (const conversation of operator.conversations) connection.send(noteFrame(conversation))
      await promise
      return performance.now() - startedAt
    },
  }
}

// What is sent while an earlier line is committed waits for that and is then committed together: one tick for all of it.
async function behind(plug: Loner, work: () => Promise<number>): Promise<number> {
  const plugged = plug.note()
  await setImmediate()
  const took = await work()
  await plugged
  return took
}

/** The frame that a subscriber receives for one note. */
async function entryFrame([first, second]: readonly Connection[], watched: ConversationId): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  second?.listen({ frame: (text) => text.startsWith('{"type":"entries"') && text.includes('"line"') && resolve(text) })
  first?.send(noteFrame(watched))
  return promise
}

const noteFrame = (conversation: ConversationId) =>
  JSON.stringify({ type: 'command', id: newId(), command: { type: 'note.write', conversation, line: newId(), text: TEXT } })
