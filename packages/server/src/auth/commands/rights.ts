import type { Auth } from '../index.ts'
import { mayChangeRole } from '../policy.ts'
import { readDeviations } from '../reads/rights.ts'
import { allRights, rightsOf, withDeviation } from '../rights.ts'

/** What a role may do is said by whoever gives roles. */
export const rightCommands: Pick<Auth['commands'], 'right.set'> = {
  'right.set': async (tx, { role, right, isHeld }, { actor, now }) => {
    const refused = mayChangeRole(actor)
    if (refused) return refused
    const known = await readDeviations(tx)
    if (rightsOf(role, known).has(right) === isHeld) return []
    return [
      { type: 'right.set', role, right, isHeld, rights: allRights(withDeviation(known, { role, right, isHeld })), at: now() },
    ]
  },
}
