import type { ChannelId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import { readLimits } from '../capacity/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { readReachable } from '../presence/reads.ts'

type Asked = { channel: ChannelId; options: Pick<ChannelOptions, 'atOnce' | 'duringCalls'> }

/** How many conversations those who are there for visitors may hold at once, all together; null: any number. */
export async function readSlots(db: Db, { channel, options }: Asked): Promise<number | null> {
  const operators = (await readReachable(db, channel)).map(({ id }) => id)
  const limitsOf = await readLimits(db, { operators, channel, options })
  let slots = 0
  for (const operator of operators) {
    const { inChannel } = limitsOf(operator)
    if (inChannel === 'unlimited') return null
    slots += inChannel
  }
  return slots
}
