import type { Input } from '../input.ts'
import { answer, refuse, type Hearing } from './hearing.ts'
import type { Stated } from './stated.ts'

/** Takes the visitor's next message, whatever it says. */
export type SingleInputStep = Stated & { kind: 'single-input' }

export function hearSingleInput(step: SingleInputStep, input: Input): Hearing {
  if (input.kind !== 'typed') return refuse('not-awaited')
  return answer({ kind: 'words', step: step.id, raw: input.text, at: input.at })
}
