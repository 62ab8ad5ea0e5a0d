import { beforeAll, expect, test } from 'vitest'
import { REVENUE_SHOPS, simulateStatistics } from '../../../../bench/statistics.ts'

const EXPERIMENTS = 150
const SIMULATION_MS_MAX = 60_000

// The gate opens long after the plan's end, where the intervals are narrow: here twenty of Kish's events fail most.
const SHOPS = REVENUE_SHOPS.filter(({ law, controlShare, planned, lift }) => {
  if (planned !== 0.5 || controlShare === 0.2 || controlShare === 0.8) return false
  if (lift > 0) return controlShare !== 0.5 && (law === 'log-normal 0.5' || law === 'log-normal 1')
  return law === 'log-normal 2' ? controlShare === 0.95 : law !== 'one price, 1 % at 100 times'
})

let measures: Awaited<ReturnType<typeof simulateStatistics>> = []

beforeAll(async () => {
  measures = await simulateStatistics({ seed: 1, experiments: EXPERIMENTS, shops: SHOPS, progress: () => {} })
}, SIMULATION_MS_MAX)

test('[EX31] looked at daily, the intervals of all looks hold in at least 95 of 100 experiments', () => {
  const covered = measures.filter((measure) => 'coverage' in measure)
  expect(covered.length).toBe(31)
  expect(covered.filter(({ coverage, experiments }) => Number(coverage) < least(0.95, experiments))).toEqual([])
})

test('[EX31] a false winner is named in at most 5 of 100, where a textbook interval looked at daily names many', () => {
  const peeking = measures.filter(({ measure }) => measure.startsWith('peeking'))
  expect(peeking.map(({ falseWinners }) => Number(falseWinners) > 2 * most(0.05))).toEqual([true, true])
  const judged = measures.filter((measure) => 'falseWinners' in measure && !peeking.includes(measure))
  expect(judged.length).toBe(26)
  expect(judged.filter(({ falseWinners, experiments }) => Number(falseWinners) > most(0.05, experiments))).toEqual([])
})

test('[EX46] revenue names no false winners in unequal arms either, where twenty of the events Kish counts name many', () => {
  const alike = measures.filter(({ measure, lift }) => measure === 'revenue per visitor' && lift === 0)
  expect(alike.length).toBe(10)
  expect(mean(alike.map(({ falseWinners }) => Number(falseWinners)))).toBeLessThan(0.05)
  expect(mean(alike.map(({ coverage }) => Number(coverage)))).toBeGreaterThan(0.95)
  const uneven = alike.filter(({ law, controlShare }) => law !== 'log-normal 0.5' && controlShare !== 0.5)
  expect(uneven.length).toBe(5)
  expect(mean(uneven.map(({ falseWinnersByKish }) => Number(falseWinnersByKish)))).toBeGreaterThan(0.06)
})

test('[EX46] the price is waiting, and a planned lift is found after it', () => {
  const found = measures.filter(({ measure, lift }) => measure === 'revenue per visitor' && lift === 0.5)
  expect(found.length).toBe(4)
  for (const { medianReadyDay, medianReadyDayByKish, winners } of found) {
    expect(Number(medianReadyDay)).toBeGreaterThan(2 * Number(medianReadyDayByKish))
    expect(Number(winners)).toBeGreaterThan(0.8)
  }
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
  const half = mismatches.filter(({ meant }) => meant === 0.5).map(({ found }) => Number(found))
  expect(half[0]).toBeLessThanOrEqual(most(0.01))
  expect(half[1]).toBeGreaterThan(least(0.95))
  expect(half[2]).toBe(1)
})

test('[EX47] a tenth that loses one in a hundred is mostly not found, and what is said to be findable is, four times in five', () => {
  const tenth = measures.filter(({ measure, meant }) => measure === 'sample ratio mismatch' && meant === 0.1)
  const [none, little, findable] = tenth.map(({ found }) => Number(found))
  expect(none).toBeLessThanOrEqual(most(0.01))
  expect(little).toBeLessThan(0.5)
  expect(findable).toBeGreaterThan(least(0.8))
  expect(findable).toBeLessThan(most(0.85))
})

// So few experiments scatter: three standard errors are allowed here, none in the full run.
function least(share: number, experiments: string | number = EXPERIMENTS): number {
  return share - 3 * Math.sqrt((share * (1 - share)) / Number(experiments))
}

function most(share: number, experiments: string | number = EXPERIMENTS): number {
  return share + 3 * Math.sqrt((share * (1 - share)) / Number(experiments))
}

function mean(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}
