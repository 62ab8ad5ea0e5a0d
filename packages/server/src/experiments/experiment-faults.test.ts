import { expect, test } from 'vitest'
import type { Experiment } from './assign.ts'
import { experimentFaults, type ExperimentFault } from './experiment-faults.ts'

const sound: Experiment = {
  id: 'greeting',
  site: 'shop',
  holdoutShare: 0.1,
  variants: [
    { id: 'none', weight: 1 },
    { id: 'hello', weight: 2 },
  ],
}
const many = Array.from({ length: 21 }, (_, index) => ({ id: `v${index}`, weight: 1 }))

test('[EX6] a sound experiment has no faults', () => {
  expect(experimentFaults(sound)).toEqual([])
  expect(experimentFaults({ ...sound, holdoutShare: 0 })).toEqual([])
  expect(experimentFaults({ ...sound, variants: many.slice(1) })).toEqual([])
})

test.each<[string, Partial<Experiment>, ExperimentFault[]]>([
  ['a holdout of everybody', { holdoutShare: 1 }, [{ place: 'holdoutShare', fault: 'not-a-share', seen: '1' }]],
  ['a negative holdout', { holdoutShare: -0.1 }, [{ place: 'holdoutShare', fault: 'not-a-share', seen: '-0.1' }]],
  ['a holdout that is no number', { holdoutShare: Number.NaN }, [{ place: 'holdoutShare', fault: 'not-a-share', seen: 'NaN' }]],
  ['no variants', { variants: [] }, [{ place: 'variants', fault: 'too-few', seen: '0', expected: '2' }]],
  ['one variant', { variants: sound.variants.slice(1) }, [{ place: 'variants', fault: 'too-few', seen: '1', expected: '2' }]],
  ['too many variants', { variants: many }, [{ place: 'variants', fault: 'too-many', seen: '21', expected: '20' }]],
  [
    'a variant twice',
    { variants: [...sound.variants, { id: 'none', weight: 1 }] },
    [{ place: 'variants[2].id', fault: 'id-twice', seen: 'none', expected: 'variants[0].id' }],
  ],
  [
    'a weight of zero',
    { variants: [...sound.variants, { id: 'x', weight: 0 }] },
    [{ place: 'variants[2].weight', fault: 'not-a-weight', seen: '0' }],
  ],
  [
    'a weight below zero',
    { variants: [{ id: 'x', weight: -1 }, ...sound.variants] },
    [{ place: 'variants[0].weight', fault: 'not-a-weight', seen: '-1' }],
  ],
  [
    'an endless weight',
    { variants: [...sound.variants, { id: 'x', weight: Infinity }] },
    [{ place: 'variants[2].weight', fault: 'not-a-weight', seen: 'Infinity' }],
  ],
  [
    'several at once',
    { holdoutShare: 2, variants: [{ id: 'x', weight: 0 }] },
    [
      { place: 'holdoutShare', fault: 'not-a-share', seen: '2' },
      { place: 'variants', fault: 'too-few', seen: '1', expected: '2' },
      { place: 'variants[0].weight', fault: 'not-a-weight', seen: '0' },
    ],
  ],
])('[EX6] every fault names its place: %s', (_, change, faults) => {
  expect(experimentFaults({ ...sound, ...change })).toEqual(faults)
})
