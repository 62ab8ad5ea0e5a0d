import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import type { CandidatesAnswer } from '@portico/protocol/routing'
import { readMembersOf } from '../channels/reads.ts'
import { readLimits } from '../capacity/reads.ts'
import { findOperator } from '../auth/reads.ts'
import { readLoads } from '../conversations/seat-reads.ts'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { readPresence } from '../presence/reads.ts'
import { readConsidered, type Considered } from './candidates.ts'
import { PAUSE_MS, type Wish } from './choose-operator.ts'
import { rank } from './rank.ts'
import { rested } from './rested.ts'
import { seededRandom } from './seeded-random.ts'

type Asked = { channel: ChannelId; options: ChannelOptions; wish: Wish }
type Candidates = CandidatesAnswer['candidates']

/** The real order for such a visitor, and each member's reason; who would not be asked comes last. */
export async function readWhoWould(db: Db, { channel, options, wish }: Asked): Promise<Candidates> {
  const considered = await readConsidered(db, { channel, options, at: wish.at })
  const free = rested(
    considered.filter(({ notAsked }) => !notAsked),
    options,
  )
  const ranked = rank(free, { wish, max: free.length, random: seededRandom() })
  const inOrder = ranked.map(({ operator, tier }, index) => {
    const candidate = must(considered.find(({ id }) => id === operator))
    return { ...shown(candidate), place: index + 1, reason: tier, restsSince: restsSince(candidate, { options, at: wish.at }) }
  })
  const notAsked = considered.flatMap((each) =>
    each.notAsked ? [{ ...shown(each), place: null, reason: each.notAsked, restsSince: null }] : [],
  )
  const known = new Set(considered.map(({ id }) => id))
  const away = (await readMembersOf(db, channel)).filter((id) => !known.has(id))
  return [...inOrder, ...notAsked, ...(await readAway(db, { operators: away, channel, options }))]
}

const shown = ({ id, name, inChannel, limit, idleSince }: Considered) => ({
  operator: id,
  name,
  held: inChannel,
  limit,
  awaySince: idleSince,
})

function restsSince({ held }: Considered, { options, at }: { options: ChannelOptions; at: number }): number | null {
  const last = Math.max(0, ...held.map(({ givenAt }) => givenAt))
  return options.restsAfterNew && last > 0 && at - last < PAUSE_MS ? last : null
}

async function readAway(
  db: Db,
  { operators, channel, options }: { operators: readonly OperatorId[]; channel: ChannelId; options: ChannelOptions },
): Promise<Candidates> {
  const limitsOf = await readLimits(db, { operators, channel, options })
  const loads = await readLoads(db, { operators, channel })
  const rows = await Promise.all(
    operators.map(async (operator) => {
      const account = await findOperator(db, operator)
      if (!account || account.revokedAt !== null) return []
      const isConnected = (await readPresence(db, operator))?.connectedAt != null
      const { inChannel } = limitsOf(operator)
      return [
        {
          operator,
          name: account.name,
          place: null,
          reason: isConnected ? ('unavailable' as const) : ('logged-out' as const),
          held: loads.get(operator)?.inChannel ?? 0,
          limit: inChannel === 'unlimited' ? null : inChannel,
          restsSince: null,
          awaySince: null,
        },
      ]
    }),
  )
  return rows.flat()
}
