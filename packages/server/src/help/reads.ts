import type { Status, Wanted } from '@portico/protocol/help'
import type { ConversationId, LabelId, OperatorId } from '@portico/protocol/ids'
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { type Helper, type Standing, statusOf } from './standing.ts'
import type { StatusTable } from './tables.ts'

/** The longest that look for help: what is beyond is shown as they are answered. */
const WANTED_MAX = 100

export async function findStanding(db: Db, conversation: ConversationId): Promise<{ standing: Standing; excerpt: string }> {
  const row = await db
    .selectFrom('conversation_status')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .executeTakeFirst()
  return row ? { standing: standingFrom(row), excerpt: row.excerpt } : { standing: { state: 'in-progress' }, excerpt: '' }
}

export async function readLabelsOf(db: Db, conversation: ConversationId): Promise<LabelId[]> {
  return (await readLabelsIn(db, [conversation])).get(conversation) ?? []
}

/** What of its labels is an expertise. */
export async function readExpertiseOf(db: Db, conversation: ConversationId): Promise<LabelId[]> {
  const rows = await db
    .selectFrom('conversation_label')
    .innerJoin('label', 'label.id', 'conversation_label.label_id')
    .select('label.id')
    .where('conversation_id', '=', conversation)
    .where('label.kind', '=', 'expertise')
    .where('label.removed_at', 'is', null)
    .orderBy('label.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Those that nobody has removed from the site since, by their ids. */
async function readLabelsIn(db: Db, conversations: readonly ConversationId[]): Promise<Map<ConversationId, LabelId[]>> {
  if (conversations.length === 0) return new Map()
  const rows = await db
    .selectFrom('conversation_label')
    .select(['conversation_id', 'label_id'])
    .where('conversation_id', 'in', conversations)
    .orderBy('conversation_id')
    .orderBy('label_id')
    .execute()
  const labels = Map.groupBy(rows, ({ conversation_id }) => conversation_id)
  return new Map([...labels].map(([id, each]) => [id, each.map(({ label_id }) => label_id)]))
}

type Parts = { status: Status; labels: LabelId[] }

/** Of a whole page of rows at once; what is not there is in progress and has no labels. */
export async function readParts(db: Db, conversations: readonly ConversationId[]): Promise<Map<ConversationId, Parts>> {
  if (conversations.length === 0) return new Map()
  const rows = await db.selectFrom('conversation_status').selectAll().where('conversation_id', 'in', conversations).execute()
  const standings = new Map(rows.map((row) => [row.conversation_id, statusOf(standingFrom(row))]))
  const labels = await readLabelsIn(db, conversations)
  return new Map(
    conversations.map((id) => [id, { status: standings.get(id) ?? { state: 'in-progress' }, labels: labels.get(id) ?? [] }]),
  )
}

export async function readWanted(db: Db): Promise<Wanted[]> {
  const rows = await db
    .selectFrom('conversation_status')
    .selectAll()
    .where('state', '=', 'help')
    .orderBy('at')
    .orderBy('conversation_id')
    .limit(WANTED_MAX)
    .execute()
  const labels = await readLabelsIn(
    db,
    rows.map(({ conversation_id }) => conversation_id),
  )
  return rows.map((row) => ({
    conversation: row.conversation_id,
    channel: row.channel_id,
    visitor: { id: row.visitor_id, name: row.visitor_name, locale: row.visitor_locale },
    excerpt: row.excerpt,
    at: row.at,
    by: { id: row.by_id, name: row.by_name },
    labels: labels.get(row.conversation_id) ?? [],
  }))
}

export async function isWanted(db: Db, conversation: ConversationId): Promise<boolean> {
  return (await findStanding(db, conversation)).standing.state === 'help'
}

export async function isHelper(db: Db, helper: { conversation: ConversationId; operator: OperatorId }): Promise<boolean> {
  const row = await db
    .selectFrom('helper')
    .select('at')
    .where('conversation_id', '=', helper.conversation)
    .where('operator_id', '=', helper.operator)
    .executeTakeFirst()
  return row !== undefined
}

export async function readHelping(db: Db, operator: OperatorId): Promise<ConversationId[]> {
  const rows = await db
    .selectFrom('helper')
    .select('conversation_id')
    .where('operator_id', '=', operator)
    .orderBy('conversation_id')
    .execute()
  return rows.map(({ conversation_id }) => conversation_id)
}

/** Those of this one, with what else each of them helps in. */
export async function readHelpers(db: Db, conversation: ConversationId): Promise<Helper[]> {
  const rows = await db
    .selectFrom('helper as here')
    .leftJoin('helper as also', (join) =>
      join
        .onRef('also.operator_id', '=', 'here.operator_id')
        .on('also.conversation_id', '!=', sql<ConversationId>`here.conversation_id`),
    )
    .select(['here.operator_id as operator', 'also.conversation_id as other'])
    .where('here.conversation_id', '=', conversation)
    .orderBy('here.operator_id')
    .orderBy('also.conversation_id')
    .execute()
  const helpers = Map.groupBy(rows, ({ operator }) => operator)
  return [...helpers].map(([operator, each]) => ({ operator, helping: each.flatMap(({ other }) => other ?? []) }))
}

function standingFrom({ state, at, by_id, by_name, last_ordinal, visitor_lines }: StatusTable): Standing {
  const by = { id: by_id, name: by_name }
  switch (state) {
    case 'waiting':
      return { state, at, ordinal: last_ordinal, visitorLines: visitor_lines }
    case 'help':
    case 'answered':
      return { state, at, by }
  }
}
