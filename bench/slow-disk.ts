import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openCrowd, type Crowd } from './load/crowd.ts'
import { watchHeartbeats } from './load/heartbeats.ts'
import { pace } from './load/pace.ts'
import { percentile } from './load/percentile.ts'
import { populate } from './load/population.ts'
import { connectTalks } from './load/talk.ts'
import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'
import type { LoopDelay } from './server/loop-delay.ts'
import { startPortico, type ServerProcess } from './server/server-process.ts'
import { temporaryFolder } from './server/temporary-folder.ts'

const DELAY_MS = 200
const WARM_UP_MS = 3000
// Longer than the server's wait between two pings to one socket.
const PACED_MS = 32_000
const PER_SECOND = 50
const SIZE = { teams: 5, operatorsPerTeam: 5, conversationsPerOperator: 4 }

// -D: the tracer stands aside, so that the process started is the server itself.
const SLOWED = ['-D', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync']
const DELAYED = ['-e', `inject=fsync,fdatasync:delay_exit=${DELAY_MS * 1000}`]
const PRELOADED = fileURLToPath(import.meta.resolve('./server/loop-delay.ts'))

export const run: Bench = async (surroundings) => {
  if (spawnSync('strace', [...SLOWED, ...DELAYED, 'true']).status !== 0) {
    surroundings.progress('skipped: strace with fault injection does not work here')
    return []
  }
  const folder = temporaryFolder()
  const population = await populate({ folder: folder.path }, SIZE)
  const { signal } = surroundings
  try {
    const trace = ['strace', ...SLOWED, ...DELAYED]
    const server = await startPortico(folder.path, { signal, ipc: true, imports: [PRELOADED], trace })
    const crowd = openCrowd({ port: server.port, kind: 'portico' })
    try {
      return await measure(surroundings, { server, crowd, talks: await connectTalks(crowd, population) })
    } finally {
      crowd.close()
      await server.stop()
    }
  } finally {
    folder.remove()
  }
}

type Slowed = { server: ServerProcess; crowd: Crowd; talks: Awaited<ReturnType<typeof connectTalks>> }

async function measure({ progress, signal }: Surroundings, { server, crowd, talks }: Slowed): Promise<Measure[]> {
  progress(`${PER_SECOND} messages a second in ${talks.length} conversations, each fsync ${DELAY_MS} ms longer`)
  await crowd.undisturbed(pace({ talks, perSecond: PER_SECOND, ms: WARM_UP_MS, signal }))
  const heartbeats = watchHeartbeats(talks)
  server.process.send('reset')
  const { acks } = await crowd.undisturbed(pace({ talks, perSecond: PER_SECOND, ms: PACED_MS, signal }))
  const pongs = heartbeats.stop()
  const delay = await loopDelay(server)
  const named = (what: string) => `${what} with ${DELAY_MS} ms on every fsync`
  return [
    measured({ measure: named('event loop delay p99'), unit: 'ms', value: delay.p99Ms, limit: { of: 'value', atMost: 100 } }),
    measured({ measure: named('event loop delay, the longest'), unit: 'ms', value: delay.maxMs }),
    measured({ measure: named('pings without a pong'), unit: 'pings', value: pongs.missing, limit: { of: 'value', atMost: 0 } }),
    measured({ measure: named('ping to pong p99'), unit: 'ms', value: percentile(pongs.latencies, 0.99) }),
    measured({ measure: named('ack p50'), unit: 'ms', value: percentile(acks, 0.5) }),
    measured({ measure: named('ack p99'), unit: 'ms', value: percentile(acks, 0.99) }),
  ]
}

async function loopDelay({ process: child }: ServerProcess): Promise<LoopDelay> {
  child.send('tell')
  const [delay] = (await once(child, 'message')) as [LoopDelay] // loop-delay.ts sends nothing else
  return delay
}
