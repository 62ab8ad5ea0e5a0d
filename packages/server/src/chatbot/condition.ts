import type { AnswerId, StepId } from '@portico/protocol/ids'
import type { Given } from './run.ts'
import type { Step } from './steps/step.ts'

/** Whether a step is to be played: of each question its condition names, one of the named answers was chosen. */
export function holds(
  condition: readonly AnswerId[],
  { steps, given }: { steps: readonly Step[]; given: readonly Given[] },
): boolean {
  const chosen = new Set(given.flatMap((one) => (one.kind === 'choice' ? [one.answer] : [])))
  return [...byQuestion(condition, steps).values()].every((answers) => answers.some((answer) => chosen.has(answer)))
}

/** A condition's answers, by the question that offers them; under `undefined` those that no step offers. */
export function byQuestion(condition: readonly AnswerId[], steps: readonly Step[]): Map<StepId | undefined, AnswerId[]> {
  return Map.groupBy(condition, (answer) => questionOffering(answer, steps)?.id)
}

export function questionOffering(answer: AnswerId, steps: readonly Step[]): Step | undefined {
  return steps.find((step) => step.kind === 'question' && step.answers.some(({ id }) => id === answer))
}
