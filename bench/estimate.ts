import { performance } from 'node:perf_hooks'
import { estimateInParts, type Queue } from '@portico/server/routing/estimate'
import { coverageOf } from '@portico/server/routing/testing-coverage'
import { exponential, seeded } from '@portico/server/routing/testing-queue'
import { WORLDS } from '@portico/server/routing/testing-worlds'
import { median } from './load/percentile.ts'
import { measured, type Bench, type Measure } from './measure.ts'

const RECENTS = [20, 40, 80, 200]
const SEEDS = 4
const [LEAST, MOST] = [75, 90]
const ROUNDS = 31
const LONG_QUEUE = { slots: 50, waiting: 200 }

/** Whether waits end inside the interval that was told, on queues of many kinds, and what telling costs. */
export const run: Bench = async ({ seed, progress }) => {
  const measures: Measure[] = []
  for (const [name, world] of Object.entries(WORLDS)) {
    progress(name)
    const seeds = Array.from({ length: SEEDS }, (_, index) => seed + index)
    const { waited, told, inside, width } = coverageOf(world, { seeds, recents: RECENTS, arrivals: 4000, every: 20 })
    const value = Number(((100 * inside) / told).toFixed(1))
    measures.push({
      measure: `waits inside the interval told: ${name}`,
      unit: '%',
      value,
      budget: `${LEAST} to ${MOST}`,
      within: value >= LEAST && value <= MOST,
      note: `${told} of ${waited} waits were told one, half of these with an end less than ${width.toFixed(1)} times the beginning`,
    })
  }
  progress('the time it takes')
  return [...measures, ...(await timesOf(seed))]
}

async function timesOf(seed: number): Promise<Measure[]> {
  const random = seeded(seed)
  const servedMs = Array.from({ length: 200 }, () => exponential(random, 0) * 600_000)
  const lastedMs = Array.from({ length: LONG_QUEUE.slots }, () => exponential(random, 0) * 600_000)
  const queue: Queue = { ...LONG_QUEUE, lastedMs, servedMs, staffing: [] }
  const rounds: { wholeMs: number; longestMs: number }[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await timed(queue, random))
  const shape = `${LONG_QUEUE.slots} slots and ${LONG_QUEUE.waiting} waiting`
  const whole = median(rounds.map(({ wholeMs }) => wholeMs))
  const longest = median(rounds.map(({ longestMs }) => longestMs))
  return [
    measured({ measure: `estimates for ${shape}`, unit: 'ms', value: whole, limit: { of: 'value', atMost: 50 } }),
    measured({
      measure: `the longest part of it on the loop, ${shape}`,
      unit: 'ms',
      value: longest,
      limit: { of: 'value', atMost: 5 },
    }),
  ]
}

async function timed(queue: Queue, random: () => number): Promise<{ wholeMs: number; longestMs: number }> {
  let [wholeMs, longestMs, begunAt] = [0, 0, performance.now()]
  const note = () => {
    const ms = performance.now() - begunAt
    wholeMs += ms
    longestMs = Math.max(longestMs, ms)
  }
  await estimateInParts(queue, random, async () => {
    note()
    begunAt = performance.now()
  })
  note()
  return { wholeMs, longestMs }
}
