import { holds } from './condition.ts'
import type { StepId } from '@portico/protocol/ids'
import type { Course } from './run.ts'
import type { Script } from './script.ts'
import type { Step } from './steps/step.ts'
import type { Act, Turn } from './turn.ts'

/** Plays the steps after the last of the path whose conditions hold, as far as the first that waits. */
export function play(script: Script, course: Course): Turn {
  const acts: Act[] = []
  const path = [...course.path]
  for (const step of stepsAfter(script, path.at(-1))) {
    if (!holds(step.onlyIf, { steps: script.steps, given: course.given })) continue
    path.push(step.id)
    if (step.kind === 'forward') return { run: { ...course, path, state: 'forwarding', step: step.id }, acts }
    acts.push({ kind: 'say', step: step.id, text: step.text })
    if (step.kind !== 'text') return { run: { ...course, path, state: 'asking', step: step.id }, acts }
  }
  return { run: { ...course, path, state: 'ended', because: 'no-next-step' }, acts }
}

function stepsAfter({ id, version, steps }: Script, last: StepId | undefined): readonly Step[] {
  const index = steps.findIndex((step) => step.id === last)
  if (last !== undefined && index === -1)
    throw new Error(`script ${id} version ${version} has no step ${last}, where the run stands`)
  return steps.slice(index + 1)
}
