import { isRefusal, refuse } from '../../platform/capability.ts'
import { changeRole, colleagueOf, meOf } from '../account.ts'
import type { Auth } from '../index.ts'
import { isAdministrator, mayChangeRole, mayRevoke } from '../policy.ts'
import { countOwners, findAccount, findOperator } from '../reads.ts'
import { endingsOf } from './endings.ts'

type Sent =
  | 'operator.revoke'
  | 'operator.restore'
  | 'operator.change-role'
  | 'operator.rename'
  | 'operator.choose-language'
  | 'operator.choose-alias'
  | 'email.change'

export const operatorCommands: Pick<Auth['commands'], Sent> = {
  'operator.revoke': async (tx, command, ctx) => {
    if (ctx.actor.kind !== 'operator') return refuse('not-found')
    // Before it is looked for: who may send nobody away does not learn of whom there is.
    if (!isAdministrator(ctx.actor)) return refuse('forbidden')
    const operator = await findOperator(tx, command.operator)
    if (!operator) return refuse('not-found')
    const refused = mayRevoke(ctx.actor, operator)
    if (refused) return refused
    if (operator.revokedAt !== null) return []
    if (operator.role === 'owner' && (await countOwners(tx)) === 1) return refuse('last-owner')
    const at = ctx.now()
    return [{ type: 'operator.revoked', operator: operator.id, at }, ...(await endingsOf(tx, { ...operator, revokedAt: at }, at))]
  },
  'operator.restore': async (tx, command, { actor }) => {
    if (actor.kind !== 'operator') return refuse('not-found')
    if (!isAdministrator(actor)) return refuse('forbidden')
    const operator = await findOperator(tx, command.operator)
    if (!operator) return refuse('not-found')
    const refused = mayRevoke(actor, operator)
    if (refused) return refused
    return operator.revokedAt === null ? [] : [{ type: 'operator.restored', operator: colleagueOf(operator) }]
  },
  'operator.change-role': async (tx, { operator: id, role }, ctx) => {
    const refused = mayChangeRole(ctx.actor)
    if (refused) return refused
    const operator = await findOperator(tx, id)
    if (!operator) return refuse('not-found')
    const changed = changeRole(operator, { role, owners: await countOwners(tx) })
    return isRefusal(changed) ? changed : [...changed, ...(await endingsOf(tx, { ...operator, role }, ctx.now()))]
  },
  'operator.rename': async (tx, { name }, { actor }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const operator = await findOperator(tx, actor.id)
    if (!operator) return refuse('not-found')
    return [{ type: 'operator.renamed', me: meOf({ ...operator, name: name.trim() }, actor.channels) }]
  },
  'operator.choose-language': async (tx, { language }, { actor }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const operator = await findOperator(tx, actor.id)
    if (!operator) return refuse('not-found')
    if (operator.language === language) return []
    return [{ type: 'language.chosen', me: meOf({ ...operator, language }, actor.channels) }]
  },
  'operator.choose-alias': async (tx, { alias: chosen }, { actor }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const operator = await findOperator(tx, actor.id)
    if (!operator) return refuse('not-found')
    const alias = chosen?.trim() ?? null
    if (operator.alias === alias) return []
    return [{ type: 'alias.chosen', me: meOf({ ...operator, alias }, actor.channels) }]
  },
  'email.change': async (tx, command, { actor }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const email = command.email.toLowerCase()
    const [operator, holder] = [await findOperator(tx, actor.id), await findAccount(tx, email)]
    if (!operator) return refuse('not-found')
    if (holder) return holder.operator.id === operator.id ? [] : refuse('exists', { detail: 'email' })
    return [{ type: 'email.changed', me: meOf({ ...operator, email }, actor.channels) }]
  },
}
