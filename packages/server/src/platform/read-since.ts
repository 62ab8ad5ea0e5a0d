import { BEGINNING, isSamePoint, type Appended, type Head } from './log.ts'
import type { Db } from './db/database.ts'

/** Of the entries after all points together. */
const READ_SINCE_MAX = 500

/**
 * The entries after each of these points, of many topics in one query, each topic's in its order. Of a topic whose point the log
 * does not hold there are none. How many points they may be is the caller's to bound.
 */
export async function readSince(db: Db, points: readonly Head[]): Promise<readonly Appended[]> {
  const rows = await db
    .selectFrom('event_log')
    .select(['topic', 'position', 'tag', 'body'])
    .where((eb) => eb.or(points.map(({ topic, position }) => eb('topic', '=', topic).and('position', '>=', position))))
    .orderBy('topic')
    .orderBy('position')
    .limit(READ_SINCE_MAX + points.length)
    .execute()
  const byTopic = Map.groupBy(rows, ({ topic }) => topic)
  return points.flatMap((point) => {
    const own = [
      ...(point.position === 0 ? [{ ...BEGINNING, topic: point.topic, body: '' }] : []),
      ...(byTopic.get(point.topic) ?? []),
    ]
    if (!isSamePoint(own[0], point)) return []
    return own.slice(1).map((entry, i) => ({ ...entry, after: own[i]?.tag ?? BEGINNING.tag }))
  })
}
