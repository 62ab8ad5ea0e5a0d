import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'
import { median } from './load/percentile.ts'
import { sustain } from './load/sustain.ts'
import { connectTalks } from './load/talk.ts'
import { cpuSeconds } from './server/cpu.ts'
import { withPair, type Keeping } from './server/pair.ts'

const ROUNDS = 5
const WARM_UP_MS = 500
const SUSTAINED_MS = 2000
const SENDERS = 64
const MICROSECONDS = 1e6
const TALKS = { teams: 16, operatorsPerTeam: 8, conversationsPerOperator: 1 }

/** Of a bare server's own. */
const LEAST: Readonly<Record<Keeping, number>> = { SQLite: 0.75, PostgreSQL: 0.5 }

export const run: Bench = async (surroundings) => {
  const measures: Measure[] = []
  for (const keeping of ['SQLite', 'PostgreSQL'] as const) measures.push(await measureOn(keeping, surroundings))
  return measures
}

// In turns, so that whatever else the machine does meets both.
function measureOn(keeping: Keeping, { progress, signal }: Surroundings): Promise<Measure> {
  return withPair({ size: TALKS, signal, keeping }, async ({ portico, bare, population }) => {
    const sides = [
      { ...portico, costs: [] as number[], talks: await connectTalks(portico.crowd, population), name: 'Portico' },
      { ...bare, costs: [] as number[], talks: await connectTalks(bare.crowd, population), name: 'bare' },
    ] as const
    for (let round = 1; round <= ROUNDS; round++) {
      for (const { name, crowd, server, talks, costs } of sides) {
        const before = cpuSeconds(server.pid)
        const sustained = sustain({ talks, atOnce: SENDERS, warmUpMs: WARM_UP_MS, ms: SUSTAINED_MS, signal })
        const { messages, perSecond } = await crowd.undisturbed(sustained)
        const cost = ((cpuSeconds(server.pid) - before) / messages) * MICROSECONDS
        costs.push(cost)
        progress(
          `${keeping}, round ${round} of ${ROUNDS}, ${name}: ${Math.round(cost)} µs a message, ${Math.round(perSecond)} a second`,
        )
      }
    }
    const [own, other] = sides
    return measured({
      measure: `CPU time of the server for a message on ${keeping}`,
      unit: 'µs',
      value: median(own.costs),
      baseline: median(other.costs),
      ratio: median(other.costs) / median(own.costs),
      limit: { of: 'ratio', atLeast: LEAST[keeping] },
      note: 'the ratio is the bare server’s to ours: how much of what we use is needed at all',
    })
  })
}
