import { expect, test } from 'vitest'
import { boundedEstimateOf } from './bounded-estimate.ts'
import { confidenceSequence } from './confidence-sequence.ts'
import { conversion } from './conversion.ts'
import type { Estimate } from './estimate.ts'
import { planFaults, type Expected, type PlanFault } from './plan-faults.ts'
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

const orders = boundedEstimateOf({ count: 10_000, sum: 300 * 50, sumOfSquares: 300 * 5000, most: 1000 }, 'before')

test.each<[string, Partial<Plan>, Expected, PlanFault[]]>([
  ['100 events in the smaller arm', { tightestAt: 4000 }, { before: rate(0.05), smallerShare: 0.5 }, []],
  ['exactly the twenty', { tightestAt: 800 }, { before: rate(0.05), smallerShare: 0.5 }, []],
  ['one visitor short', { tightestAt: 799 }, { before: rate(0.05), smallerShare: 0.5 }, [tooFew('799', '800')]],
  ['a tenth in control', { tightestAt: 3999 }, { before: rate(0.05), smallerShare: 0.1 }, [tooFew('3999', '4000')]],
  ['nearly all convert', { tightestAt: 799 }, { before: rate(0.95), smallerShare: 0.5 }, [tooFew('799', '800')]],
  ['five comparisons', { tightestAt: 1890, comparisons: 5 }, { before: rate(0.05), smallerShare: 0.5 }, [tooFew('1890', '1891')]],
  ['orders far below their cap', { tightestAt: 60_000 }, { before: orders, smallerShare: 0.05 }, [tooFew('60000', '888889')]],
  ['nobody ever converted', { tightestAt: 60_000 }, { before: rate(0), smallerShare: 0.5 }, [tooFew('60000')]],
])('[EX44] a plan whose end comes before its events is told what it takes: %s', (_, change, expected, faults) => {
  expect(planFaults({ ...sound, ...change }, expected)).toEqual(faults)
})

test('[EX44] a plan that is none is told so first', () => {
  expect(planFaults({ ...sound, alpha: 0 }, { before: rate(0), smallerShare: 0.5 }).map(({ fault }) => fault)).toEqual([
    'not-an-alpha',
  ])
})

test('[EX43] when the visitors it asked for have come, there is an interval, and one event earlier none', () => {
  for (const alpha of [0.05, 0.01, 0.0025]) {
    const [fault] = planFaults({ ...sound, alpha, tightestAt: 1 }, { before: rate(0.5), smallerShare: 0.5 })
    const visitors = Math.ceil(Number(fault?.expected) / 4) * 2
    const interval = (events: number) => {
      const arm = conversion({ visitors, converted: events }, 'arm')
      return confidenceSequence({ control: arm, treatment: arm, alpha, tightestAt: 1000 })
    }
    expect(interval(visitors / 2)).not.toBeNull()
    expect(interval(visitors / 2 - 1)).toBeNull()
  }
})

function rate(share: number): Estimate {
  return conversion({ visitors: 10_000, converted: 10_000 * share }, 'before')
}

function tooFew(seen: string, expected?: string): PlanFault {
  return { place: 'tightestAt', fault: 'too-few-events', seen, ...(expected && { expected }) }
}
