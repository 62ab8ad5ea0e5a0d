import type { OperatorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import { whyFull, type Load } from '../capacity/capacity.ts'
import { readLimits } from '../capacity/reads.ts'
import { findChannel } from '../channels/reads.ts'
import { refuse } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import type { Conversation } from './conversation.ts'
import { readLoads } from './seat-reads.ts'

type Asked = Pick<Conversation, 'channel'>

/** Whoever asks holds the operator's lock until he has one more: two at once cannot both find the last place. */
export async function refuseFull(tx: Tx, { channel }: Asked, operator: OperatorId): Promise<Refusal | undefined> {
  const { options } = must(await findChannel(tx, channel))
  const limits = (await readLimits(tx, { operators: [operator], channel, options }))(operator)
  if (limits.inChannel === 'unlimited' && limits.inAll === 'unlimited') return undefined
  const load = must((await readLoads(tx, { operators: [operator], channel })).get(operator))
  // What somebody takes himself he takes during a call too, and offers that he has not answered keep him from nothing.
  return whyFull(load, { ...limits, duringCalls: 'allowed' }) && refuse('full')
}

/** The first of these who could take one more, with all that is offered to him already. */
export async function firstWithRoom(
  tx: Tx,
  { channel }: Asked,
  operators: readonly OperatorId[],
): Promise<OperatorId | undefined> {
  const { options } = must(await findChannel(tx, channel))
  const limitsOf = await readLimits(tx, { operators, channel, options })
  const loads = await readLoads(tx, { operators, channel })
  return operators.find((operator) => !whyFull(withOffers(must(loads.get(operator))), limitsOf(operator)))
}

export const withOffers = ({ offered, ...load }: Load & { offered: Load }): Load => ({
  ...load,
  inChannel: load.inChannel + offered.inChannel,
  inAll: load.inAll + offered.inAll,
})
