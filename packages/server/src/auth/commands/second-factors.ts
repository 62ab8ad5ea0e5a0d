import type { OperatorId, SessionId } from '@portico/protocol/ids'
import { isRefusal, refuse } from '../../platform/capability.ts'
import type { Tx } from '../../platform/db/database.ts'
import { internal } from '../../platform/internal.ts'
import type { Auth } from '../index.ts'
import { mayDemand } from '../policy.ts'
import { findOperator, findSession } from '../reads.ts'
import { findSecondFactor, readWithoutSecondFactor } from '../reads/second-factors.ts'
import { demands } from '../second-factor.ts'
import { takeShown } from './take-shown.ts'

type Sent =
  | 'second-factor.begin'
  | 'second-factor.confirm'
  | 'second-factor.remove'
  | 'second-factor.demand'
  | 'recovery-codes.renew'

export const secondFactorCommands: Pick<Auth['commands'], Sent> = {
  'second-factor.begin': internal(async (tx, { operator, session, secret }, ctx) => {
    const at = ctx.now()
    if (!(await isOwn(tx, { operator, session, at }))) return refuse('not-found')
    if ((await findOperator(tx, operator))?.secondFactorAt !== null) return refuse('exists')
    return [{ type: 'second-factor.begun', operator, secret, at }]
  }),
  'second-factor.confirm': internal(async (tx, { operator, session, secret, step, codeHashes }, ctx) => {
    const at = ctx.now()
    const begun = await findSecondFactor(tx, operator)
    if (!begun || begun.secret !== secret || !(await isOwn(tx, { operator, session, at }))) return refuse('not-found')
    if (begun.confirmedAt !== null) return refuse('exists')
    return [
      { type: 'second-factor.confirmed', operator, step, at },
      { type: 'recovery-codes.renewed', operator, codeHashes },
    ]
  }),
  'second-factor.remove': async (tx, { shown }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const operator = await findOperator(tx, actor.id)
    if (!operator || operator.secondFactorAt === null) return refuse('not-found')
    if (demands(operator.demanded, operator.role)) return refuse('second-factor')
    const taken = await takeShown(tx, { operator: actor.id, shown, at: now() })
    return isRefusal(taken) ? taken : [...taken, { type: 'second-factor.removed', operator: actor.id, by: actor.id, at: now() }]
  },
  'recovery-codes.renew': async (tx, { shown, codeHashes }, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const taken = await takeShown(tx, { operator: actor.id, shown, at: now() })
    return isRefusal(taken) ? taken : [...taken, { type: 'recovery-codes.renewed', operator: actor.id, codeHashes }]
  },
  // Nobody demands what he has not got himself: he would shut himself out of what he is doing.
  'second-factor.demand': async (tx, { of }, { actor }) => {
    const refused = mayDemand(actor)
    if (refused) return refused
    const lacking = (await readWithoutSecondFactor(tx)).filter(({ role }) => demands(of, role)).map(({ id }) => id)
    if (lacking.some((id) => id === actor.id)) return refuse('second-factor')
    return [{ type: 'second-factor.demanded', of, lacking }]
  },
}

/** What an account is finished with is asked by whoever may do nothing else yet: his session is looked at here. */
async function isOwn(
  tx: Tx,
  { operator, session, at }: { operator: OperatorId; session: SessionId; at: number },
): Promise<boolean> {
  const [found, person] = [await findSession(tx, session), await findOperator(tx, operator)]
  return found?.operator === operator && found.endedAt === null && found.expiresAt > at && person?.revokedAt === null
}
