import { questionOffering } from './condition.ts'
import type { ScriptFault } from './fault.ts'
import type { ScriptId } from '@portico/protocol/ids'
import { stepFaults, type Step } from './steps/step.ts'
import { welcomeSteps } from './welcome-steps.ts'

/** One version of a bot, in one language. Steps are played in their order. */
export type Script = { id: ScriptId; version: number; title: string; steps: readonly Step[] }

const STEPS_MAX = 200

/** Everything that is wrong with a script; one without faults may be stored and run. */
export function scriptFaults({ steps }: Script): readonly ScriptFault[] {
  if (steps.length === 0) return [{ place: 'steps', fault: 'no-steps', seen: '0' }]
  if (steps.length > STEPS_MAX) {
    return [{ place: 'steps', fault: 'too-many-steps', seen: String(steps.length), expected: String(STEPS_MAX) }]
  }
  return [
    ...repeatedIds(steps),
    ...steps.flatMap((step, index) => [...stepFaults(step, `steps[${index}]`), ...conditionFaults(steps, index)]),
  ]
}

/** Why visitors may find nothing to answer: the welcome steps end by calling an operator, or without asking anything. */
export function firstStepWarning({ steps }: Script): 'operator' | 'invalid' | null {
  switch (welcomeSteps(steps).at(-1)?.kind) {
    case 'forward':
      return 'operator'
    case 'text':
      return 'invalid'
    case 'question':
    case 'email':
    case 'phone':
    case 'single-input':
    case 'multi-input':
    case undefined:
      return null
  }
}

function conditionFaults(steps: readonly Step[], index: number): ScriptFault[] {
  return (steps[index]?.onlyIf ?? []).flatMap((answer, nth): ScriptFault[] => {
    const question = questionOffering(answer, steps)
    const place = `steps[${index}].onlyIf[${nth}]`
    if (!question) return [{ place, fault: 'condition-unknown', seen: answer }]
    return steps.indexOf(question) < index ? [] : [{ place, fault: 'condition-not-earlier', seen: answer }]
  })
}

function repeatedIds(steps: readonly Step[]): ScriptFault[] {
  const firstPlaces = new Map<string, string>()
  const places = steps.flatMap((step, index) => [
    { id: String(step.id), place: `steps[${index}].id` },
    ...(step.kind === 'question' ? step.answers : []).map(({ id }, nth) => ({ id, place: `steps[${index}].answers[${nth}].id` })),
  ])
  return places.flatMap(({ id, place }): ScriptFault[] => {
    const first = firstPlaces.get(id)
    if (first !== undefined) return [{ place, fault: 'id-twice', seen: id, expected: first }]
    firstPlaces.set(id, place)
    return []
  })
}
