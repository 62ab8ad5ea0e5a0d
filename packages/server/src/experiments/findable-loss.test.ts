import { expect, test } from 'vitest'
import { findableLosses } from './findable-loss.ts'
import { sampleRatioMismatch } from './sample-ratio-mismatch.ts'

test.each([
  ['half and half', 408_000, [1, 1], [0.0149, 0.0149]],
  ['nine to one', 408_000, [9, 1], [0.0248, 0.0248]],
  ['nine to one, eight times as long', 3_264_000, [9, 1], [0.0092, 0.0092]],
  ['three arms', 408_000, [8, 1, 1], [0.0209, 0.0279, 0.0279]],
  ['nobody yet', 0, [1, 1], [null, null]],
  ['a handful', 20, [1, 1], [null, null]],
])('[EX47] the loss that would be seen by now: %s', (_, visitors, weights, losses) => {
  expect(findableLosses(split(visitors, weights))).toEqual(losses.map((loss) => loss && expect.closeTo(loss, 4)))
})

test('[EX47] an arm that lost somewhat more is called a mismatch, one that lost less is not', () => {
  for (const weights of [
    [1, 1],
    [9, 1],
    [19, 1],
    [8, 1, 1],
  ]) {
    const arms = split(408_000, weights)
    const loss = findableLosses(arms).at(-1) ?? 1
    const lost = (share: number) => [
      ...arms.slice(0, -1),
      { ...last(arms), visitors: Math.round(last(arms).visitors * (1 - share)) },
    ]
    expect(sampleRatioMismatch(lost(loss)).mismatch).toBe(true)
    expect(sampleRatioMismatch(lost(loss / 2)).mismatch).toBe(false)
  }
})

function split(visitors: number, weights: readonly number[]) {
  const sum = weights.reduce((one, other) => one + other, 0)
  return weights.map((weight) => ({ visitors: Math.round((visitors * weight) / sum), weight }))
}

function last<T>(list: readonly T[]): T {
  const found = list.at(-1)
  if (found === undefined) throw new Error('an empty list has no last one')
  return found
}
