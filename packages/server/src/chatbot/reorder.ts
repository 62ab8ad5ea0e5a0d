import { questionOffering } from './condition.ts'
import type { AnswerId, StepId } from '@portico/protocol/ids'
import type { Script } from './script.ts'
import type { Step } from './steps/step.ts'

type LostCondition = { step: StepId; answer: AnswerId }

/** The script in another order. Conditions that would name a later answer are dropped, and named: their steps play more often. */
export function reorder(
  script: Script,
  order: readonly StepId[],
): { script: Script; lost: readonly LostCondition[] } | { fault: 'other-steps' } {
  const steps = order.flatMap((id) => script.steps.filter((step) => step.id === id))
  if (steps.length !== script.steps.length || new Set(order).size !== order.length) return { fault: 'other-steps' }
  const kept = keepLegalConditions(steps)
  return { script: { ...script, steps: kept.steps }, lost: kept.lost }
}

/** Of steps that were moved, changed in kind or deleted, the conditions that still name an earlier answer. */
export function keepLegalConditions(steps: readonly Step[]): { steps: readonly Step[]; lost: readonly LostCondition[] } {
  const isLegal = (answer: AnswerId, index: number) => {
    const question = questionOffering(answer, steps)
    return question !== undefined && steps.indexOf(question) < index
  }
  return {
    steps: steps.map((step, index) => ({ ...step, onlyIf: step.onlyIf.filter((answer) => isLegal(answer, index)) })),
    lost: steps.flatMap(({ id, onlyIf }, index) =>
      onlyIf.filter((answer) => !isLegal(answer, index)).map((answer) => ({ step: id, answer })),
    ),
  }
}
