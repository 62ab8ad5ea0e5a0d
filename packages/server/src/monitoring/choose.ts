import type { Refusal } from '@portico/protocol/outcome'
import { refuse } from '../platform/capability.ts'
import type { Choice } from './events.ts'

/** Of conversations that run; what is chosen for one that ends is forgotten. */
export const MONITORED_MAX = 200

/** All that one has chosen, with this. */
export function choose(before: readonly Choice[], choice: Choice): readonly Choice[] | Refusal {
  const others = before.filter(({ conversation }) => conversation !== choice.conversation)
  return others.length < MONITORED_MAX ? [...others, choice] : refuse('full')
}
