import type { Fault } from '@portico/protocol/faults'
import { eventsNeeded } from './confidence-sequence.ts'
import type { Estimate } from './estimate.ts'
import type { Plan } from './verdict.ts'

export type PlanFault = Fault<'not-an-alpha' | 'not-a-count' | 'not-a-lift' | 'not-a-sample' | 'too-few-events'>

/** What is known of the metric before the start, with the cap and all: `before` from earlier visitors, `smallerShare` of the two arms' visitors. */
export type Expected = { before: Estimate; smallerShare: number }

/**
 * What keeps a plan from leading to a verdict, each with its place. Where something is known of the metric, a plan at whose end the smaller arm is
 * not expected to have the events an interval needs is told how many visitors that takes; nothing, where no number would do.
 */
export function planFaults(plan: Plan, expected?: Expected): readonly PlanFault[] {
  const faults = faultsOfNumbers(plan)
  return faults.length > 0 || !expected ? faults : tooFewEvents(plan, expected)
}

function tooFewEvents({ alpha, comparisons, tightestAt }: Plan, { before, smallerShare }: Expected): readonly PlanFault[] {
  const { count, events } = before
  const needed = events === 0 ? Infinity : (eventsNeeded(alpha / comparisons) * count) / (events * smallerShare)
  if (tightestAt >= needed) return []
  return [
    {
      place: 'tightestAt',
      fault: 'too-few-events',
      seen: `${tightestAt}`,
      ...(needed < Infinity && { expected: `${Math.ceil(needed)}` }),
    },
  ]
}

function faultsOfNumbers({ alpha, comparisons, minimumLift, tightestAt }: Plan): PlanFault[] {
  const faults: PlanFault[] = []
  if (!(alpha > 0 && alpha < 1)) faults.push({ place: 'alpha', fault: 'not-an-alpha', seen: `${alpha}` })
  if (!Number.isSafeInteger(comparisons) || comparisons < 1) {
    faults.push({ place: 'comparisons', fault: 'not-a-count', seen: `${comparisons}` })
  }
  if (!(minimumLift > 0 && Number.isFinite(minimumLift))) {
    faults.push({ place: 'minimumLift', fault: 'not-a-lift', seen: `${minimumLift}` })
  }
  if (!(tightestAt > 0 && Number.isFinite(tightestAt))) {
    faults.push({ place: 'tightestAt', fault: 'not-a-sample', seen: `${tightestAt}` })
  }
  return faults
}
