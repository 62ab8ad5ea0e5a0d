import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Presence } from '@portico/protocol/presence'
import { findOperator } from '../auth/reads.ts'
import { readMemberships } from '../channels/reads.ts'
import { isClosed } from '../hours/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { findPortrait } from '../portraits/reads.ts'
import { isOpenTo } from './availability.ts'
import type { Staffing } from './events.ts'
import { hasMasks, readReachable } from './reads.ts'
import { staffingOf, type Reachable } from './staffing.ts'

/** The lobbies of his channels in which this change is seen. */
export async function lobbiesIf(db: Db, { operator, availability, connectedAt }: Presence): Promise<Staffing[]> {
  const account = await findOperator(db, operator)
  const isReachable = isOpenTo(availability, 'external') && connectedAt !== null
  const portrait = await findPortrait(db, operator)
  const self = account && isReachable ? [{ id: operator, name: account.name, alias: account.alias, portrait }] : []
  const changed = await Promise.all(
    (await readMemberships(db, operator)).map((channel) => lobbyIf(db, { channel, operator, self })),
  )
  return changed.filter((lobby) => lobby !== undefined)
}

async function lobbyIf(
  db: Db,
  { channel, operator, self }: { channel: ChannelId; operator: OperatorId; self: readonly Reachable[] },
) {
  // While it is closed nobody is there for visitors, whoever comes or goes.
  if (await isClosed(db, channel)) return undefined
  const before = await readReachable(db, channel)
  const isMasked = await hasMasks(db, channel)
  const staffing = staffingOf(channel, { reachable: [...before.filter(({ id }) => id !== operator), ...self], isMasked })
  const was = staffingOf(channel, { reachable: before, isMasked })
  return JSON.stringify(staffing) === JSON.stringify(was) ? undefined : staffing
}
