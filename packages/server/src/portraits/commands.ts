import { isAdministrator } from '../auth/policy.ts'
import { refuse } from '../platform/capability.ts'
import type { Portraits } from './index.ts'
import { readPortraits } from './reads.ts'

export const commands: Portraits['commands'] = {
  'portrait.hang': async (tx, { portrait, picture }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const own = { operator: actor.id, portrait }
    const others = (await readPortraits(tx)).filter(({ operator }) => operator !== actor.id)
    return [{ type: 'portrait.hung', ...own, picture, at: now(), all: [...others, own] }]
  },
  'portrait.remove': async (tx, { operator }, { actor }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    if (actor.id !== operator && !isAdministrator(actor)) return refuse('forbidden')
    const before = await readPortraits(tx)
    const all = before.filter((each) => each.operator !== operator)
    return all.length === before.length ? [] : [{ type: 'portrait.removed', operator, all }]
  },
}
