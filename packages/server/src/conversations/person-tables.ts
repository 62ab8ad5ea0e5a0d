import type { ChannelId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Migration } from '../platform/capability.ts'
import { bytewiseText } from '../platform/db/dialect.ts'
import type { Db } from '../platform/db/database.ts'
import { wordsOfPerson } from './person.ts'

const FILLED_AT_ONCE = 500

export type VisitorTable = {
  id: VisitorId
  name: string | null
  email: string | null
  phone: string | null
  comments: string | null
  /** What the visitor gave last himself. */
  said_name: string | null
  said_email: string | null
  edited_at: number | null
  edited_by: OperatorId | null
  edited_by_name: string | null
}

declare module '../platform/db/database.ts' {
  interface Tables {
    visitor: VisitorTable
    visitor_word: { channel_id: ChannelId; word: string; visitor_id: VisitorId }
  }
}

export const personMigrations: readonly Migration[] = [
  {
    name: '2026-11-26-visitors-by-name',
    additive: true,
    up: async (db) => {
      await db.schema
        .createTable('visitor')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text')
        .addColumn('email', 'text')
        .addColumn('phone', 'text')
        .addColumn('comments', 'text')
        .addColumn('said_name', 'text')
        .addColumn('said_email', 'text')
        .addColumn('edited_at', 'bigint')
        .addColumn('edited_by', 'text')
        .addColumn('edited_by_name', 'text')
        .execute()
      // Where each visitor is found: in each channel he has written to, by each of his words.
      await db.schema
        .createTable('visitor_word')
        .addColumn('channel_id', 'text', (c) => c.notNull())
        .addColumn('word', bytewiseText(db), (c) => c.notNull())
        .addColumn('visitor_id', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('visitor_word_pk', ['channel_id', 'word', 'visitor_id'])
        .execute()
      await db.schema.createIndex('visitor_word_of').on('visitor_word').column('visitor_id').execute()
      await db.schema
        .createIndex('conversation_by_visitor')
        .on('conversation')
        .columns(['visitor_id', 'opened_at', 'id'])
        .execute()
      await rememberVisitors(db)
      await indexWords(db)
    },
  },
]

/** Ids grow with time: what was said last stays. */
async function rememberVisitors(db: Db): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('conversation')
      .select(['id', 'visitor_id', 'visitor_name', 'visitor_email'])
      .where('id', '>', after as ConversationId) // nothing comes before the empty text
      .orderBy('id')
      .limit(FILLED_AT_ONCE)
      .execute()
    for (const { visitor_id: id, visitor_name: name, visitor_email: email } of rows) {
      if (name === null && email === null) continue
      const said = {
        ...(name === null ? {} : { name, said_name: name }),
        ...(email === null ? {} : { email, said_email: email }),
      }
      await db
        .insertInto('visitor')
        .values({ id, name, email, said_name: name, said_email: email, ...UNEDITED })
        .onConflict((oc) => oc.column('id').doUpdateSet(said))
        .execute()
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

async function indexWords(db: Db): Promise<void> {
  for (let after = ''; ;) {
    const people = await db
      .selectFrom('visitor')
      .select(['id', 'name', 'email'])
      .where('id', '>', after as VisitorId) // as above
      .orderBy('id')
      .limit(FILLED_AT_ONCE)
      .execute()
    for (const person of people) {
      for (const word of wordsOfPerson(person))
        await sql`insert into visitor_word (channel_id, word, visitor_id)
          select distinct channel_id, ${word}, visitor_id from conversation where visitor_id = ${person.id}`.execute(db)
    }
    const last = people.at(-1)
    if (!last) return
    after = last.id
  }
}

const UNEDITED = { phone: null, comments: null, edited_at: null, edited_by: null, edited_by_name: null }
