import type { OperatorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import type { Authority } from '../../platform/actor.ts'
import { refuse } from '../../platform/capability.ts'
import type { Tx } from '../../platform/db/database.ts'
import { internal } from '../../platform/internal.ts'
import { must } from '../../platform/must.ts'
import type { AuthEvent } from '../events.ts'
import type { Auth } from '../index.ts'
import { isAdministrator, mayReset, mayStillReset } from '../policy.ts'
import { findOperator } from '../reads.ts'
import { readMailWait } from '../reads/mails.ts'
import { findReset, readOpenResets } from '../reads/resets.ts'
import { isOpen, RESET_MS, type Reset } from '../reset.ts'

export const passwordCommands: Pick<
  Auth['commands'],
  'password.change' | 'reset.offer' | 'reset.print' | 'reset.mail' | 'reset.mint' | 'reset.use'
> = {
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
  'reset.offer': async (tx, { operator, tokenHash, clears }, { actor, now }) => {
    const refused = await mayOffer(tx, operator, actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('not-found')
    return offer(tx, { operator, tokenHash, clears, by: actor.id, at: now() })
  },
  'reset.print': internal(async (tx, { operator, tokenHash, clears }, { now }) => {
    if ((await findOperator(tx, operator))?.revokedAt !== null) return refuse('not-found')
    return offer(tx, { operator, tokenHash, clears, by: operator, at: now() })
  }),
  'reset.mail': async (tx, { operator: id, clears, locale }, { actor, now }) => {
    const refused = await mayOffer(tx, id, actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('not-found')
    const { email } = must(await findOperator(tx, id))
    const afterMs = await readMailWait(tx, { address: email, at: now() })
    if (afterMs > 0) return refuse('retry', { afterMs })
    return [{ type: 'reset.mailed', operator: id, email, clears, locale, by: actor.id, at: now() }]
  },
  // Some time has passed since somebody asked for it: whether he may is asked again.
  'reset.mint': internal(async (tx, { operator, by, tokenHash, clears }, { now }) => {
    if (!mayStillReset(await findOperator(tx, by), await findOperator(tx, operator))) return refuse('not-found')
    return offer(tx, { operator, tokenHash, clears, by, at: now() })
  }),
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

async function mayOffer(tx: Tx, id: OperatorId, actor: Authority): Promise<Refusal | undefined> {
  if (actor.kind !== 'operator') return refuse('not-found')
  if (!isAdministrator(actor)) return refuse('forbidden')
  const operator = await findOperator(tx, id)
  if (!operator || operator.revokedAt !== null) return refuse('not-found')
  return mayReset(actor, operator)
}

type Offer = { operator: OperatorId; tokenHash: string; clears: Reset['clears']; by: OperatorId; at: number }

/** One link is good at a time: it ends those before it. */
async function offer(tx: Tx, { operator, tokenHash, clears, by, at }: Offer): Promise<readonly AuthEvent[]> {
  const former = (await readOpenResets(tx, { operator, at })).filter((reset) => reset.operator === operator)
  return [
    ...former.map((reset): AuthEvent => ({ type: 'reset.ended', tokenHash: reset.tokenHash, at })),
    { type: 'reset.offered', operator, tokenHash, clears, by, at, expiresAt: at + RESET_MS },
  ]
}
