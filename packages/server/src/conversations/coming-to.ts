import type { Staff } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Context } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Coming, Conversation } from './conversation.ts'
import { giveGuise } from './give-guise.ts'
import { newSeat, type CameBy } from './seat.ts'

type Wish = { operator: Staff; by: CameBy; level?: Level | undefined; ctx: Context }

/** All that somebody brings who comes into a conversation. */
export async function comingTo(tx: Tx, conversation: Conversation, { operator, by, level, ctx }: Wish): Promise<Coming> {
  return {
    operator,
    seat: newSeat(ctx, { by, channel: conversation.channel, level }),
    guise: await giveGuise(tx, conversation, operator.id),
    line: ctx.newId<LineId>(),
    at: ctx.now(),
  }
}
