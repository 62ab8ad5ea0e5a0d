import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { fillConversations } from '@portico/testkit/fill-conversations'
import { openCrowd } from './load/crowd.ts'
import { pace } from './load/pace.ts'
import { percentile } from './load/percentile.ts'
import { populate, type Population } from './load/population.ts'
import { connectTalks } from './load/talk.ts'
import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'
import type { LoopDelay } from './server/loop-delay.ts'
import { residentBytes } from './server/resident.ts'
import { startPortico, type ServerProcess } from './server/server-process.ts'
import { temporaryFolder } from './server/temporary-folder.ts'

const CONVERSATIONS = 1_000_000
const FILLED_AT_ONCE = 100_000
const LINES_EACH = 3
const OPEN_EVERY = 1000
const SIZE = { teams: 10, operatorsPerTeam: 5, conversationsPerOperator: 4 }
const PER_SECOND = 50
const WARM_UP_MS = 60_000
const PACED_MS = 10 * 60_000
const LOOK_MS = 2000
const MIB = 1024 * 1024
const PRELOADED = fileURLToPath(import.meta.resolve('./server/loop-delay.ts'))

/** Ten minutes of work on a site with a million conversations behind it. */
export const run: Bench = async (surroundings) => {
  const { signal } = surroundings
  const folder = temporaryFolder()
  try {
    const population = await populate({ folder: folder.path }, SIZE)
    await grow(folder.path, population, surroundings)
    const server = await startPortico(folder.path, { signal, ipc: true, imports: [PRELOADED] })
    try {
      return await work(server, population, surroundings)
    } finally {
      await server.stop()
    }
  } finally {
    folder.remove()
  }
}

async function grow(folder: string, { operators }: Population, { progress, signal }: Surroundings): Promise<void> {
  const [first, other] = [operators.at(0), operators.at(-1)]
  if (!first || !other) throw new Error('nobody operates')
  const channels: [ChannelId, ChannelId] = [first.channel, other.channel]
  const operator: OperatorId = first.id
  for (let from = 0; from < CONVERSATIONS; from += FILLED_AT_ONCE) {
    signal.throwIfAborted()
    const filling = { first: from, last: from + FILLED_AT_ONCE - 1, channels, operator, linesEach: LINES_EACH }
    await fillConversations({ environment: { PORTICO_DATA: folder } }, { ...filling, openEvery: OPEN_EVERY })
    progress(`${from + FILLED_AT_ONCE} of ${CONVERSATIONS} conversations`)
  }
}

async function work(server: ServerProcess, population: Population, { progress, signal }: Surroundings): Promise<Measure[]> {
  const crowd = openCrowd({ port: server.port, kind: 'portico' })
  const looking = new AbortController()
  try {
    const talks = await connectTalks(crowd, population)
    progress(`${PER_SECOND} messages a second in ${talks.length} conversations`)
    await crowd.undisturbed(pace({ talks, perSecond: PER_SECOND, ms: WARM_UP_MS, signal }))
    server.process.send('reset')
    const before = await residentBytes(server.pid)
    const most = watchMost(server, looking.signal)
    const { acks } = await crowd.undisturbed(pace({ talks, perSecond: PER_SECOND, ms: PACED_MS, signal }))
    looking.abort()
    server.process.send('tell')
    const [delay] = (await once(server.process, 'message')) as [LoopDelay] // loop-delay.ts sends nothing else
    const named = (what: string) => `${what} in ten minutes on ${CONVERSATIONS} conversations`
    return [
      measured({
        measure: named('event loop delay, the longest'),
        unit: 'ms',
        value: delay.maxMs,
        limit: { of: 'value', atMost: 50 },
      }),
      measured({ measure: named('event loop delay p99'), unit: 'ms', value: delay.p99Ms }),
      measured({
        measure: named('memory beyond that of the beginning'),
        unit: 'MiB',
        value: ((await most) - before) / MIB,
        limit: { of: 'value', atMost: 50 },
        note: `${Math.round(before / MIB)} MiB at the beginning`,
      }),
      measured({ measure: named('ack p99'), unit: 'ms', value: percentile(acks, 0.99) }),
    ]
  } finally {
    looking.abort()
    crowd.close()
  }
}

async function watchMost({ pid }: ServerProcess, signal: AbortSignal): Promise<number> {
  let most = 0
  while (!signal.aborted) {
    most = Math.max(most, await residentBytes(pid))
    await setTimeout(LOOK_MS, undefined, { signal }).catch(() => {})
  }
  return most
}
