import type { OwnLimit } from '@portico/protocol/capacity'
import { findOperator } from '../auth/reads.ts'
import { mayConfigure } from '../channels/policy.ts'
import { findChannel } from '../channels/reads.ts'
import { refuse } from '../platform/capability.ts'
import type { Capacities } from './index.ts'
import { readOwnLimits } from './reads.ts'

export const commands: Capacities['commands'] = {
  'capacity.set': async (tx, { operator, channel, atOnce }, { actor, now }) => {
    const refused = mayConfigure(actor)
    if (refused) return refused
    const account = await findOperator(tx, operator)
    if (!account || account.revokedAt !== null) return refuse('not-found')
    if (channel !== null && !(await findChannel(tx, channel))) return refuse('not-found')
    const before = await readOwnLimits(tx)
    const isSame = (limit: OwnLimit) => limit.operator === operator && limit.channel === channel
    if ((before.find(isSame)?.atOnce ?? null) === atOnce) return []
    const others = before.filter((limit) => !isSame(limit))
    const limits = atOnce === null ? others : [...others, { operator, channel, atOnce }].sort(byOperator)
    return [{ type: 'capacity.changed', operator, channel, atOnce, limits, at: now() }]
  },
}

const keyOf = ({ operator, channel }: OwnLimit) => `${operator} ${channel ?? ''}`
const byOperator = (one: OwnLimit, other: OwnLimit) => (keyOf(one) < keyOf(other) ? -1 : 1)
