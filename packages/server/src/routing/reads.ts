import type { ChannelId, ConversationId, OfferId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import { PAUSE_MS } from './choose-operator.ts'

/** Of one channel at once: whoever comes after them is looked at when one of these has gone. */
const WAITING_MAX = 50

export type Waiting = { id: ConversationId; visitor: VisitorId; locale: string | null }

/** Requests that are offered to nobody, who has waited longest first. */
export async function readWaiting(db: Db, channel: ChannelId): Promise<Waiting[]> {
  return db
    .selectFrom('conversation')
    .select(['id', 'visitor_id as visitor', 'visitor_locale as locale'])
    .where('channel_id', '=', channel)
    .where('closed_at', 'is', null)
    .where('accepted_at', 'is', null)
    .where('offer_id', 'is', null)
    .orderBy('begun_at')
    .orderBy('id')
    .limit(WAITING_MAX)
    .execute()
}

/** What each of these holds, and what is offered to him: given when, and moved last when. */
export async function readGiven(
  db: Db,
  operators: readonly OperatorId[],
): Promise<Map<OperatorId, { givenAt: number; stirredAt: number }[]>> {
  if (operators.length === 0) return new Map()
  const held = await db
    .selectFrom('seat')
    .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
    .select(['seat.operator_id as operator', 'seat.joined_at as givenAt', 'conversation.moved_at as stirredAt'])
    .where('seat.operator_id', 'in', operators)
    .where('seat.left_at', 'is', null)
    .where('seat.level', '!=', 'observer')
    .execute()
  const offered = await db
    .selectFrom('offer')
    .select(['operator_id as operator', 'at as givenAt', 'at as stirredAt'])
    .where('operator_id', 'in', operators)
    .where('ended_at', 'is', null)
    .execute()
  const given = new Map<OperatorId, { givenAt: number; stirredAt: number }[]>()
  for (const { operator, givenAt, stirredAt } of [...held, ...offered]) {
    if (operator !== null)
      given.set(operator, [...(given.get(operator) ?? []), { givenAt, stirredAt: Math.max(givenAt, stirredAt) }])
  }
  return given
}

/** What each was given so lately that he would rest, and has left again without its having ended. */
export async function readLeftLately(
  db: Db,
  { operators, at }: { operators: readonly OperatorId[]; at: number },
): Promise<Map<OperatorId, { givenAt: number }[]>> {
  if (operators.length === 0) return new Map()
  const rows = await db
    .selectFrom('seat')
    .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
    .select(['seat.operator_id as operator', 'seat.joined_at as givenAt'])
    .where('seat.operator_id', 'in', operators)
    .where('seat.left_at', '>', at - PAUSE_MS)
    .where('seat.level', '!=', 'observer')
    .where('conversation.closed_at', 'is', null)
    .orderBy('seat.id')
    .execute()
  const left = new Map<OperatorId, { givenAt: number }[]>()
  for (const { operator, givenAt } of rows)
    if (operator !== null) left.set(operator, [...(left.get(operator) ?? []), { givenAt }])
  return left
}

/** Who met the visitor last, and until when. */
export async function findPrevious(db: Db, visitor: VisitorId): Promise<{ operator: OperatorId; metAt: number } | undefined> {
  const row = await db
    .selectFrom('seat')
    .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
    .select(['seat.operator_id as operator', 'seat.left_at as metAt'])
    .where('conversation.visitor_id', '=', visitor)
    .where('seat.kind', '=', 'operator')
    .where('seat.left_at', 'is not', null)
    .where('seat.level', '!=', 'observer')
    .orderBy('seat.left_at', 'desc')
    .orderBy('seat.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.operator && row.metAt !== null ? { operator: row.operator, metAt: row.metAt } : undefined
}

/** What is offered to him at the moment. */
export function readOfferedTo(db: Db, operator: OperatorId): Promise<{ conversation: ConversationId; offer: OfferId }[]> {
  return db
    .selectFrom('offer')
    .select(['conversation_id as conversation', 'id as offer'])
    .where('operator_id', '=', operator)
    .where('ended_at', 'is', null)
    .orderBy('conversation_id')
    .execute()
}

/** Since when what he held is others'; undefined: it is his. */
export async function findGivenUp(db: Db, operator: OperatorId): Promise<number | undefined> {
  const row = await db.selectFrom('given_up').select('at').where('operator_id', '=', operator).executeTakeFirst()
  return row?.at
}

/**
 * Who has declined it or let it pass, and since then has neither been relieved of a conversation nor come anew: he is not asked again
 * for as long as nothing has changed for him.
 */
export async function readPassed(db: Db, conversation: ConversationId): Promise<Set<OperatorId>> {
  const rows = await db
    .selectFrom('offer')
    .innerJoin('operator_presence', 'operator_presence.operator_id', 'offer.operator_id')
    .select(['offer.operator_id as operator'])
    .where('offer.conversation_id', '=', conversation)
    .where('offer.how', 'in', ['declined', 'lapsed'])
    .whereRef('offer.ended_at', '>=', (eb) => eb.fn.coalesce('operator_presence.connected_at', 'offer.ended_at'))
    .whereRef('offer.ended_at', '>=', (eb) => eb.fn.coalesce('operator_presence.availability_at', 'offer.ended_at'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('seat')
            .select('seat.id')
            .whereRef('seat.operator_id', '=', 'offer.operator_id')
            .whereRef('seat.left_at', '>', 'offer.ended_at')
            .where('seat.level', '!=', 'observer'),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ operator }) => operator))
}
