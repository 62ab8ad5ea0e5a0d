import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { mintToken } from '@portico/server/auth/token'
import { ATTACKS, type Target } from './abuse/attacks.ts'
import { openCrowd, type Crowd } from './load/crowd.ts'
import { pace } from './load/pace.ts'
import { median, percentile } from './load/percentile.ts'
import { populate, type BenchVisitor, type Population } from './load/population.ts'
import { connectTalks, messageFrame, type Talk } from './load/talk.ts'
import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'
import { residentBytes } from './server/resident.ts'
import { startPortico, type ServerProcess } from './server/server-process.ts'
import { temporaryFolder } from './server/temporary-folder.ts'

const RUNS = 3
const PER_SECOND = 200
const WARM_UP_MS = 2000
/** 2,000 acks each. */
const PART_MS = 10_000
const NEWCOMER_MS = 1000
const NEWCOMER_PATIENCE_MS = 5000
const LONG_LINES = 60
const SIZE = { teams: 10, operatorsPerTeam: 5, conversationsPerOperator: 4, idleVisitors: 10 }
const MIB = 1024 * 1024
const ATTACKER = fileURLToPath(import.meta.resolve('./abuse/attacker.ts'))

/** What others feel while one address does its worst, beside the same minute without it. */
export const run: Bench = async (surroundings) => {
  const measures: Measure[] = []
  for (const [name, { what }] of Object.entries(ATTACKS)) {
    const parts: Part[] = []
    for (let round = 1; round <= RUNS; round++) {
      surroundings.progress(`${name}, run ${round} of ${RUNS}: ${what}`)
      parts.push(await attacked(surroundings, name))
    }
    const middle = (figure: (part: Part) => number) => median(parts.map(figure))
    measures.push(
      measured({
        measure: `ack p95 of others during ${what}`,
        unit: 'ms',
        value: middle(({ attackMs }) => attackMs),
        baseline: middle(({ quietMs }) => quietMs),
        ratio: middle(({ attackMs, quietMs }) => attackMs / quietMs),
        limit: { of: 'ratio', atMost: 1.5 },
      }),
      measured({
        measure: `memory that the server takes for ${what}`,
        unit: 'MiB',
        value: middle(({ grownBytes }) => grownBytes / MIB),
        limit: { of: 'value', atMost: 50 },
      }),
      measured({
        measure: `newcomers from elsewhere kept out by ${what}`,
        unit: 'visitors',
        value: middle(({ keptOut }) => keptOut),
        limit: { of: 'value', atMost: 0 },
      }),
    )
  }
  return measures
}

type Part = { quietMs: number; attackMs: number; grownBytes: number; keptOut: number }

async function attacked({ signal }: Surroundings, attack: string): Promise<Part> {
  const folder = temporaryFolder()
  const population = await populate({ folder: folder.path }, SIZE)
  const server = await startPortico(folder.path, { signal })
  const crowd = openCrowd({ port: server.port, kind: 'portico' })
  try {
    const talks = await connectTalks(crowd, population)
    await lengthen(talks[0])
    // The attacker is one of them, and his own connections would take the place of this one.
    talks[0]?.visitor.close()
    const pacing = { talks: talks.slice(1), perSecond: PER_SECOND, signal }
    await crowd.undisturbed(pace({ ...pacing, ms: WARM_UP_MS }))
    const watched = async () => {
      const watching = await watch({ server, crowd, population })
      const { acks } = await crowd.undisturbed(pace({ ...pacing, ms: PART_MS }))
      return { p95: percentile(acks, 0.95), ...(await watching.stop()) }
    }
    const quiet = await watched()
    const stop = await begin(attack, targetOf(server, population, talks[0]))
    try {
      const { p95, grownBytes, keptOut } = await watched()
      return { quietMs: quiet.p95, attackMs: p95, grownBytes, keptOut }
    } finally {
      stop()
    }
  } finally {
    crowd.close()
    await server.stop()
    folder.remove()
  }
}

/** Long enough that to ask for it is much cheaper than to send it. */
async function lengthen(talk: Talk | undefined): Promise<void> {
  if (!talk) throw new Error('somebody talks')
  for (let line = 0; line < LONG_LINES; line++) {
    const acked = Promise.withResolvers<void>()
    talk.operator.listen({ reply: () => acked.resolve() })
    talk.operator.send(messageFrame(talk.conversation, 'long '.repeat(1500)).frame)
    await acked.promise
  }
}

function targetOf({ port }: ServerProcess, { operators, visitors }: Population, talk: Talk | undefined): Target {
  const visitor = visitors.find(({ conversation }) => conversation === talk?.conversation)
  const operator = operators.find(({ conversations }) => talk && conversations.includes(talk.conversation))
  if (!visitor?.conversation || !operator) throw new Error('the attacker is one of the visitors')
  const { token, channel, conversation } = visitor
  return { port, token, channel, conversation, cookie: operator.cookie }
}

async function begin(attack: string, target: Target): Promise<() => void> {
  // On a machine of its own in truth: here it has what the others leave.
  const attacker = spawn('chrt', ['--idle', '0', process.execPath, ATTACKER, attack, JSON.stringify(target)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(attacker.stdout, 'data')
  return () => attacker.kill('SIGKILL')
}

/** What the server takes at most, and whether strangers from elsewhere come in meanwhile. */
async function watch({ server, crowd, population }: { server: ServerProcess; crowd: Crowd; population: Population }) {
  const before = await residentBytes(server.pid)
  const idle = population.visitors.at(-1)
  let most = before
  let keptOut = 0
  let going = true
  const watching = (async () => {
    while (going) {
      most = Math.max(most, await residentBytes(server.pid))
      if (idle && !(await comesIn(crowd, { ...idle, token: mintToken() }))) keptOut++
      await setTimeout(NEWCOMER_MS)
    }
  })()
  return {
    stop: async () => {
      going = false
      await watching
      return { grownBytes: most - before, keptOut }
    },
  }
}

async function comesIn(crowd: Crowd, visitor: BenchVisitor): Promise<boolean> {
  const late = setTimeout(NEWCOMER_PATIENCE_MS, false)
  const came = crowd.visitor(visitor).then(
    () => true,
    () => false,
  )
  return Promise.race([came, late])
}
