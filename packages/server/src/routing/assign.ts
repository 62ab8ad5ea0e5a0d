import type { ChannelId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import { findChannel } from '../channels/reads.ts'
import { readExpertiseOf } from '../help/reads.ts'
import type { AnyCommand } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { readConsidered, withOneMore, type Considered } from './candidates.ts'
import type { Wish } from './choose-operator.ts'
import { countryOf } from './country-of.ts'
import { rank } from './rank.ts'
import { findPrevious, readPassed, readWaiting, type Waiting } from './reads.ts'
import { rested } from './rested.ts'

/** So many are named for one request: whoever is full by then is passed over. */
const RANKED_MAX = 5

/** What is to be offered now in this channel, and to whom: who has waited longest comes first. */
export async function offersIn(db: Db, channel: ChannelId, at: number): Promise<AnyCommand[]> {
  const found = await findChannel(db, channel)
  if (found?.options.assigns !== 'automatic') return []
  const waiting = await readWaiting(db, channel)
  if (waiting.length === 0) return []
  const { options } = found
  let considered = await readConsidered(db, { channel, options, at })
  const commands: AnyCommand[] = []
  for (const request of waiting) {
    const free = await freeFor(db, request, considered)
    const wish = await wishOf(db, request, { options, at })
    const [first, ...others] = rank(rested(free, options), { wish, max: RANKED_MAX, random: Math.random })
    if (!first) continue
    const ranked = [first, ...others].map(({ operator }) => operator)
    commands.push({ type: 'conversation.offer', conversation: request.id, channel, ranked, forMs: options.offerMs })
    considered = withOneMore(considered, first.operator, at)
  }
  return commands
}

async function freeFor(db: Db, { id }: Waiting, considered: readonly Considered[]): Promise<Considered[]> {
  const free = considered.filter(isAsked)
  const passed = free.length > 0 ? await readPassed(db, id) : new Set()
  return free.filter((candidate) => !passed.has(candidate.id))
}

const isAsked = ({ notAsked, limit, inChannel }: Considered) => !notAsked && (limit === null || inChannel < limit)

async function wishOf(
  db: Db,
  { id, visitor, locale }: Waiting,
  { options, at }: { options: ChannelOptions; at: number },
): Promise<Wish> {
  const previous = options.prefersPrevious ? await findPrevious(db, visitor) : undefined
  const expertise = await readExpertiseOf(db, id)
  const country = locale === null ? undefined : countryOf(locale)
  return {
    at,
    expertise,
    ...(previous && { previous }),
    ...(locale !== null && { language: locale }),
    ...(country && { country }),
  }
}
