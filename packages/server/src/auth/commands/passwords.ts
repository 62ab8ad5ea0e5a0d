import { refuse } from '../../platform/capability.ts'
import { internal } from '../../platform/internal.ts'
import type { AuthEvent } from '../events.ts'
import type { Auth } from '../index.ts'
import { isAdministrator, mayReset, mayStillReset } from '../policy.ts'
import { findOperator } from '../reads.ts'
import { findReset, readOpenResets } from '../reads/resets.ts'
import { isOpen, RESET_MS } from '../reset.ts'

export const passwordCommands: Pick<Auth['commands'], 'password.change' | 'reset.offer' | 'reset.use'> = {
  'password.change': async (tx, { passwordHash }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const at = now()
    const resets = await readOpenResets(tx, { operator: actor.id, at })
    const own = resets.filter(({ operator }) => operator === actor.id)
    return [
      { type: 'password.changed', operator: actor.id, session: actor.session, passwordHash, at },
      ...own.map(({ tokenHash }): AuthEvent => ({ type: 'reset.ended', tokenHash, at })),
    ]
  },
  'reset.offer': async (tx, { operator: id, tokenHash, clears }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('not-found')
    if (!isAdministrator(actor)) return refuse('forbidden')
    const operator = await findOperator(tx, id)
    if (!operator || operator.revokedAt !== null) return refuse('not-found')
    const refused = mayReset(actor, operator)
    if (refused) return refused
    const at = now()
    const former = (await readOpenResets(tx, { operator: id, at })).filter((reset) => reset.operator === id)
    return [
      ...former.map((reset): AuthEvent => ({ type: 'reset.ended', tokenHash: reset.tokenHash, at })),
      { type: 'reset.offered', operator: id, tokenHash, clears, by: actor.id, at, expiresAt: at + RESET_MS },
    ]
  },
  'reset.use': internal(async (tx, { tokenHash, passwordHash }, ctx) => {
    const [reset, at] = [await findReset(tx, tokenHash), ctx.now()]
    if (!reset || !isOpen(reset, at)) return refuse('not-found')
    const operator = await findOperator(tx, reset.operator)
    if (!mayStillReset(await findOperator(tx, reset.by), operator)) return refuse('not-found')
    const done: AuthEvent[] = [{ type: 'password.reset', operator: reset.operator, tokenHash, passwordHash, by: reset.by, at }]
    const clears = reset.clears === 'second-factor' && operator?.secondFactorAt !== null
    return clears ? [...done, { type: 'second-factor.removed', operator: reset.operator, by: reset.by, at }] : done
  }),
}
