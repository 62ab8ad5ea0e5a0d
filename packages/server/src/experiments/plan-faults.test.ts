import { expect, test } from 'vitest'
import { planFaults, type PlanFault } from './plan-faults.ts'
import type { Plan } from './verdict.ts'

const sound: Plan = { alpha: 0.05, comparisons: 1, minimumLift: 0.1, better: 'higher', tightestAt: 1000 }

test('[EX6] a sound plan has no faults', () => {
  expect(planFaults(sound)).toEqual([])
})

test.each<[Partial<Plan>, PlanFault]>([
  [{ alpha: 0 }, { place: 'alpha', fault: 'not-an-alpha', seen: '0' }],
  [{ alpha: 1 }, { place: 'alpha', fault: 'not-an-alpha', seen: '1' }],
  [{ comparisons: 0 }, { place: 'comparisons', fault: 'not-a-count', seen: '0' }],
  [{ comparisons: 1.5 }, { place: 'comparisons', fault: 'not-a-count', seen: '1.5' }],
  [{ minimumLift: 0 }, { place: 'minimumLift', fault: 'not-a-lift', seen: '0' }],
  [{ minimumLift: Number.NaN }, { place: 'minimumLift', fault: 'not-a-lift', seen: 'NaN' }],
  [{ tightestAt: 0 }, { place: 'tightestAt', fault: 'not-a-sample', seen: '0' }],
  [{ tightestAt: Infinity }, { place: 'tightestAt', fault: 'not-a-sample', seen: 'Infinity' }],
])('[EX6] every fault of a plan names its place: %o', (change, fault) => {
  expect(planFaults({ ...sound, ...change })).toEqual([fault])
})
