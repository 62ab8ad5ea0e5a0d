import type { Step } from './steps/step.ts'

/** What a visitor is shown before he does anything: all steps up to the first that is not a text, and that one. */
export function welcomeSteps(steps: readonly Step[]): readonly Step[] {
  const first = steps.findIndex(({ kind }) => kind !== 'text')
  return first === -1 ? steps : steps.slice(0, first + 1)
}
