import type { Topic } from '@portico/protocol/topics'
import type { Db } from '../db/database.ts'
import type { Members } from './members.ts'
import { openOwnMembers } from './own-members.ts'
import { inPieces } from './in-pieces.ts'

const ROWS_AT_ONCE = 1000

/**
 * In rows that go with the lease of their node. Once this node has been taken for silent its rows are gone, and with its next
 * renewal they come back.
 */
export function openPostgresMembers({ db, node }: { db: Db; node: string }): Members {
  const own = openOwnMembers()
  const rowsOf = (topic: Topic, members: readonly string[]) => members.map((member) => ({ topic, node, member }))

  async function put(rows: readonly { topic: Topic; node: string; member: string }[]): Promise<void> {
    const leased = await db.selectFrom('node_lease').select('node').where('node', '=', node).executeTakeFirst()
    if (!leased) return
    for (const piece of inPieces(rows, ROWS_AT_ONCE))
      await db
        .insertInto('member')
        .values(piece)
        .onConflict((oc) => oc.doNothing())
        .execute()
  }

  const remove = (topic: Topic, member: string) =>
    db.deleteFrom('member').where('topic', '=', topic).where('node', '=', node).where('member', '=', member).execute()

  async function countOf(): Promise<number> {
    const { count } = await db
      .selectFrom('member')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('node', '=', node)
      .executeTakeFirstOrThrow()
    return count
  }

  return {
    join: async (topic, member) => {
      own.add(topic, member)
      await put(rowsOf(topic, [member]))
    },
    leave: async (topic, member) => {
      own.remove(topic, member)
      await remove(topic, member)
    },
    list: async (topics) => {
      const listed = new Map<Topic, Set<string>>(topics.map((topic) => [topic, new Set(own.of(topic))]))
      for (const piece of inPieces(topics, ROWS_AT_ONCE)) {
        const rows = await db.selectFrom('member').select(['topic', 'member']).where('topic', 'in', piece).execute()
        for (const { topic, member } of rows) listed.get(topic)?.add(member)
      }
      return new Map([...listed].map(([topic, members]) => [topic, [...members].toSorted()]))
    },
    renew: async () => {
      const rows = own.all().flatMap(([topic, members]) => rowsOf(topic, members))
      if ((await countOf()) === rows.length) return
      const wanted = new Set(rows.map(({ topic, member }) => `${topic} ${member}`))
      const kept = await db.selectFrom('member').select(['topic', 'member']).where('node', '=', node).execute()
      for (const { topic, member } of kept) if (!wanted.has(`${topic} ${member}`)) await remove(topic, member)
      await put(rows)
    },
    close: async () => {},
  }
}
