import { byQuestion } from './condition.ts'
import type { AnswerId, StepId } from '@portico/protocol/ids'
import type { Step } from './steps/step.ts'

/** What must have been chosen when a step is played: of each question named, one of the answers named. */
type Implied = ReadonlyMap<StepId, ReadonlySet<AnswerId>>

/**
 * Whether a step is played only if no operator was found: whichever answers lead to it, they lead through a forward step
 * before it. Forward steps that cover it only together, on answers of several questions, are not recognised.
 */
export function isFallback(steps: readonly Step[], id: StepId): boolean {
  const index = steps.findIndex((step) => step.id === id)
  const forwards = steps.slice(0, Math.max(index, 0)).filter(({ kind }) => kind === 'forward')
  const implied = impliedChoices(steps).get(id)
  if (!implied || forwards.length === 0) return false
  const isCovered = (choices: Implied) => forwards.some((step) => isPlayedOn(choices, step, steps))
  const isCoveredByEach = ([question, answers]: [StepId, ReadonlySet<AnswerId>]) =>
    [...answers].every((answer) => isCovered(new Map([...implied, [question, new Set([answer])]])))
  return isCovered(implied) || [...implied].some(isCoveredByEach)
}

// A question that is named was asked, so what led to it was chosen too.
function impliedChoices(steps: readonly Step[]): ReadonlyMap<StepId, Implied> {
  const all = new Map<StepId, Implied>()
  for (const step of steps) {
    const implied = new Map<StepId, ReadonlySet<AnswerId>>()
    for (const [question, answers] of byQuestion(step.onlyIf, steps)) {
      if (question === undefined) continue
      for (const [id, choices] of [...(all.get(question) ?? []), [question, new Set(answers)] as const]) {
        implied.set(id, implied.get(id)?.intersection(choices) ?? choices)
      }
    }
    all.set(step.id, implied)
  }
  return all
}

function isPlayedOn(choices: Implied, step: Step, steps: readonly Step[]): boolean {
  return [...byQuestion(step.onlyIf, steps)].every(
    ([question, answers]) => question !== undefined && choices.get(question)?.isSubsetOf(new Set(answers)),
  )
}
