import { startCluster } from '@portico/testkit/postgres-cluster'
import { createPostgres, createSqlite, type TestDatabase } from '@portico/testkit/test-database'
import { openToyRoad, type ToyRoad } from '@portico/testkit/toy-road'
import { answersOf, toys } from '@portico/testkit/toys'
import { median } from './load/percentile.ts'
import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'

const ROUNDS = 3
const COMMANDS = 2000
const AT_ONCE = 64
/** So many reactions follow from one command. */
const PER_COMMAND = 100

/** How many reactions a second the road answers, beside how many commands: the same command, sent and reacted with. */
export const run: Bench = async (surroundings) => {
  const sqlite = await measureOn(await createSqlite(), surroundings)
  const cluster = await startCluster()
  if (cluster === undefined) {
    surroundings.progress('no PostgreSQL here')
    return sqlite
  }
  try {
    return [...sqlite, ...(await measureOn(await createPostgres(cluster.url('postgres')), surroundings))]
  } finally {
    cluster.stop()
  }
}

async function measureOn(database: TestDatabase, { progress, signal }: Surroundings): Promise<Measure[]> {
  const toy = await openToyRoad(database, { capabilities: [toys] })
  const commands: number[] = []
  const reactions: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round++) {
      signal.throwIfAborted()
      progress(`${database.name}: round ${round + 1} of ${ROUNDS}`)
      commands.push(await perSecond(() => sendAll(toy, round)))
      reactions.push(await perSecond(() => reactToAll(toy, round)))
    }
    const expected = 2 * ROUNDS * COMMANDS
    const answered = (await answersOf(toy.db)).length
    if (answered !== expected) throw new Error(`${answered} answers, expected ${expected}`)
  } finally {
    await toy.close()
    await database.drop()
  }
  return [
    measured({
      measure: `reactions a second on ${database.name}`,
      unit: 'reactions/s',
      value: median(reactions),
      baseline: median(commands),
      ratio: median(reactions.map((each, round) => each / (commands[round] ?? Infinity))),
      limit: { of: 'ratio', atLeast: 0.5 },
      note: `beside commands a second, ${AT_ONCE} at once, in alternating rounds`,
    }),
  ]
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return COMMANDS / ((performance.now() - began) / 1000)
}

async function sendAll(toy: ToyRoad, round: number): Promise<void> {
  let next = 0
  const sender = async () => {
    while (next < COMMANDS) await toy.run({ type: 'toy.answer', toy: `sent${next++}`, n: round }, Date.now())
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
}

async function reactToAll(toy: ToyRoad, round: number): Promise<void> {
  for (let first = 0; first < COMMANDS; first += PER_COMMAND) {
    const begun = Array.from({ length: PER_COMMAND }, (_, i) => `reacted${first + i}`)
    await toy.run({ type: 'toy.begin', toys: begun, n: round }, Date.now())
  }
  await toy.road.tick(Date.now())
}
