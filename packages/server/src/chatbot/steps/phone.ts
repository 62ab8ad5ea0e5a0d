import type { Input } from '../input.ts'
import { answer, refuse, type Hearing } from './hearing.ts'
import type { Stated } from './stated.ts'

/** Asks for a telephone number. Any text is one: people write extensions and hours beside it. */
export type PhoneStep = Stated & { kind: 'phone' }

export function hearPhone(step: PhoneStep, input: Input): Hearing {
  if (input.kind !== 'typed') return refuse('not-awaited')
  return answer({ kind: 'phone', step: step.id, raw: input.text, at: input.at })
}
