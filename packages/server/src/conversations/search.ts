import type { SearchAnswer } from '@portico/protocol/pages'
import type { ChannelId, VisitorId } from '@portico/protocol/ids'
import { foundBy, wordsAsked } from '@portico/protocol/words-of'
import type { Db } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import { wordsOfPerson } from './person.ts'
import { readOfVisitors } from './person-reads.ts'

/** So many who have one of the words are looked at in each channel, and of all so many are shown, each with his newest conversations. */
export const CANDIDATES_MAX = 100
export const VISITORS_MAX = 10
export const OF_EACH_MAX = 3
/** Nothing in a text comes after it, as bytes go. */
const LAST = '\u{10ffff}'

type Asked = { channels: readonly ChannelId[]; text: string }

/** The newest conversations of visitors who are called so, or have such an address; of these channels alone. */
export async function searchVisitors(db: Db, { channels, text }: Asked): Promise<SearchAnswer> {
  const asked = wordsAsked(text)
  // The longest word is that of the fewest.
  const [rarest] = asked.toSorted((one, other) => other.length - one.length)
  if (rarest === undefined || channels.length === 0) return { rows: [], more: false }
  const ofEach = await Promise.all(
    channels.map((channel) => withWord(db, { channel, from: rarest, to: `${rarest}${LAST}`, limit: CANDIDATES_MAX + 1 })),
  )
  const ids = [...new Set(ofEach.flat().map(({ visitor_id }) => visitor_id))].slice(0, CANDIDATES_MAX)
  const found = (await readNamed(db, ids)).filter((person) => foundBy(wordsOfPerson(person), asked))
  const pages = await Promise.all(
    found
      .slice(0, VISITORS_MAX)
      .map(({ id }) => readOfVisitors(db, { visitors: [id], channels, before: undefined, limit: OF_EACH_MAX })),
  )
  const rows = pages.flatMap((page) => page.rows).sort((one, other) => other.openedAt - one.openedAt)
  return { rows, more: found.length > VISITORS_MAX || ofEach.some(({ length }) => length > CANDIDATES_MAX) }
}

type Span = { channel: ChannelId; from: string; to: string; limit: number }

const withWord = prepared((db, { channel, from, to, limit }: Span) =>
  db
    .selectFrom('visitor_word')
    .select('visitor_id')
    .where('channel_id', '=', channel)
    .where('word', '>=', from)
    .where('word', '<', to)
    .orderBy('word')
    .orderBy('visitor_id')
    .limit(limit),
)

async function readNamed(db: Db, ids: readonly VisitorId[]) {
  if (ids.length === 0) return []
  return db.selectFrom('visitor').select(['id', 'name', 'email']).where('id', 'in', ids).orderBy('id', 'desc').execute()
}
