import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import { whyFull, type Full } from '../capacity/capacity.ts'
import { readLimits } from '../capacity/reads.ts'
import { withOffers } from '../conversations/room.ts'
import { readLoads } from '../conversations/seat-reads.ts'
import { readSkillsOf } from '../labels/reads.ts'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { readIdle, readReachable } from '../presence/reads.ts'
import type { Candidate } from './choose-operator.ts'
import { readGiven, readLeftLately } from './reads.ts'

/** Who is there for visitors of a channel, and why he is not asked if he is not. */
export type Considered = Candidate & {
  name: string
  notAsked: Full | 'away' | undefined
  idleSince: number | null
  limit: number | null
  inChannel: number
}

/** Members who are connected and open to visitors. Who does nothing in any console does not hear that he is asked. */
export async function readConsidered(
  db: Db,
  { channel, options, at }: { channel: ChannelId; options: ChannelOptions; at: number },
): Promise<Considered[]> {
  const reachable = await readReachable(db, channel)
  const operators = reachable.map(({ id }) => id)
  const limitsOf = await readLimits(db, { operators, channel, options })
  const loads = await readLoads(db, { operators, channel })
  const given = await readGiven(db, operators)
  const left = await readLeftLately(db, { operators, at })
  const skills = await readSkillsOf(db, operators)
  const idle = await readIdle(db, operators)
  return reachable.map(({ id, name }) => {
    const country = skills.get(id)?.country
    const load = withOffers(must(loads.get(id)))
    const limits = limitsOf(id)
    return {
      id,
      name,
      languages: skills.get(id)?.languages ?? [],
      expertise: skills.get(id)?.expertise ?? [],
      ...(country && { country }),
      held: given.get(id) ?? [],
      left: left.get(id) ?? [],
      notAsked: idle.has(id) ? 'away' : whyFull(load, limits),
      idleSince: idle.get(id) ?? null,
      limit: limits.inChannel === 'unlimited' ? null : limits.inChannel,
      inChannel: load.inChannel,
    }
  })
}

/** As he is once this one is his too: of several at once each is counted. */
export const withOneMore = (considered: readonly Considered[], chosen: OperatorId, at: number): Considered[] =>
  considered.map((each) =>
    each.id === chosen ? { ...each, inChannel: each.inChannel + 1, held: [...each.held, { givenAt: at, stirredAt: at }] } : each,
  )
