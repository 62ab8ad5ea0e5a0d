import type { ExpertiseId } from '@portico/protocol/ids'
import type { Input } from '../input.ts'
import { refuse, type Hearing } from './hearing.ts'
import type { Stated } from './stated.ts'

/** Looks for an operator. Its text, which may be empty, is said only when one is found; otherwise the following steps run. */
export type ForwardStep = Stated & { kind: 'forward'; expertise: readonly ExpertiseId[] }

export function hearForward(input: Input): Hearing {
  return input.kind === 'no-operator' ? { state: 'passed' } : refuse('not-awaited')
}
