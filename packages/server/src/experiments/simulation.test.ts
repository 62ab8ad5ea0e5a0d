import { beforeAll, expect, test } from 'vitest'
import { simulateStatistics } from '../../../../bench/statistics.ts'

const EXPERIMENTS = 150
const SIMULATION_MS_MAX = 60_000

let measures: Awaited<ReturnType<typeof simulateStatistics>> = []

beforeAll(async () => {
  measures = await simulateStatistics({ seed: 1, experiments: EXPERIMENTS, progress: () => {} })
}, SIMULATION_MS_MAX)

test('[EX31] looked at daily, the intervals of all looks hold in at least 95 of 100 experiments', () => {
  const covered = measures.filter((measure) => 'coverage' in measure)
  expect(covered.length).toBe(17)
  expect(covered.filter(({ coverage }) => Number(coverage) < least(0.95))).toEqual([])
})

test('[EX31] a false winner is named in at most 5 of 100, where a textbook interval looked at daily names many', () => {
  const peeking = measures.filter(({ measure }) => measure.startsWith('peeking'))
  expect(peeking.map(({ falseWinners }) => Number(falseWinners) > 2 * most(0.05))).toEqual([true, true])
  const judged = measures.filter((measure) => 'falseWinners' in measure && !peeking.includes(measure))
  expect(judged.length).toBe(12)
  expect(judged.filter(({ falseWinners }) => Number(falseWinners) > most(0.05))).toEqual([])
})

test('[EX31] a true lift of what was planned for is found in at least 80 of 100 by the planned day', () => {
  const planned = measures.filter(({ measure, lift }) => measure === 'conversion' && lift === 0.1)
  expect(planned.length).toBe(2)
  expect(planned.filter(({ winnersByPlan }) => Number(winnersByPlan) < least(0.8))).toEqual([])
})

test('[EX13] CUPED takes away the share of variance that theory says', () => {
  const adjusted = measures.filter(({ measure }) => measure === 'cuped')
  expect(adjusted.length).toBe(5)
  for (const { reductionInTheory, reductionReported } of adjusted) {
    expect(Math.abs(Number(reductionReported) - Number(reductionInTheory))).toBeLessThan(0.02)
  }
})

test('[EX19] a skew of one per cent is found, and an even split is left alone', () => {
  const mismatches = measures.filter(({ measure }) => measure === 'sample ratio mismatch')
  const found = new Map(mismatches.map(({ treatmentShare, found }) => [treatmentShare, Number(found)]))
  expect(found.get(0.5)).toBeLessThanOrEqual(most(0.01))
  expect(found.get(0.505)).toBeGreaterThan(least(0.95))
  expect(found.get(0.51)).toBe(1)
})

// So few experiments scatter: three standard errors are allowed here, none in the full run.
function least(share: number): number {
  return share - 3 * Math.sqrt((share * (1 - share)) / EXPERIMENTS)
}

function most(share: number): number {
  return share + 3 * Math.sqrt((share * (1 - share)) / EXPERIMENTS)
}
