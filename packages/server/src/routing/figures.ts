import type { ChannelId } from '@portico/protocol/ids'
import type { CandidatesAnswer } from '@portico/protocol/routing'
import type { Db } from '../platform/db/database.ts'

const PERIOD_MS = 7 * 24 * 60 * 60_000
const OFFERS_MAX = 20_000

/** What became of the requests that were offered to somebody in the last seven days, and of those who waited. */
export async function readOfferFigures(
  db: Db,
  { channel, at }: { channel: ChannelId; at: number },
): Promise<CandidatesAnswer['figures']> {
  const rows = await db
    .selectFrom('offer')
    .select(['conversation_id', 'how'])
    .where('channel_id', '=', channel)
    .where('at', '>=', at - PERIOD_MS)
    .orderBy('at')
    .orderBy('id')
    .limit(OFFERS_MAX)
    .execute()
  const requests = [...Map.groupBy(rows, ({ conversation_id }) => conversation_id).values()]
  const ended = requests.filter((offers) => offers.every(({ how }) => how !== null))
  const taken = ended.filter((offers) => offers.at(-1)?.how === 'taken')
  const takenAtFirst = taken.filter(({ length }) => length === 1).length
  return {
    offered: ended.length,
    takenAtFirst,
    takenLater: taken.length - takenAtFirst,
    notTaken: ended.length - taken.length,
    abandoned: await countAbandoned(db, { channel, since: at - PERIOD_MS }),
  }
}

/** Who left while he waited, did not come back, and has had no answer. */
async function countAbandoned(db: Db, { channel, since }: { channel: ChannelId; since: number }): Promise<number> {
  const { count } = await db
    .selectFrom('queue_leaving')
    .innerJoin('conversation', 'conversation.id', 'queue_leaving.conversation_id')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('queue_leaving.left_at', '>=', since)
    .where('queue_leaving.returned_at', 'is', null)
    .where('conversation.channel_id', '=', channel)
    .where('conversation.answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
