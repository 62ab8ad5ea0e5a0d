import type { Fault } from '@portico/protocol/faults'
import type { Plan } from './verdict.ts'

export type PlanFault = Fault<'not-an-alpha' | 'not-a-count' | 'not-a-lift' | 'not-a-sample'>

/** What keeps a plan from leading to a verdict, each with its place. */
export function planFaults({ alpha, comparisons, minimumLift, tightestAt }: Plan): readonly PlanFault[] {
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
