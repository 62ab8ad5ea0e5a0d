import type { Staff } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Sitting } from '@portico/protocol/seats'
import type { Load } from '../capacity/capacity.ts'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { isSitting, type CameBy } from './seat.ts'

/** Active conversations in which this operator takes part, in one channel or in all. */
export async function readHeld(
  db: Db,
  { operator, channel }: { operator: OperatorId; channel?: ChannelId },
): Promise<ConversationId[]> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
    .select('conversation.id')
    .distinct()
    .where('seat.operator_id', '=', operator)
    .where('seat.left_at', 'is', null)
    .$if(channel !== undefined, (query) => query.where('conversation.channel_id', '=', must(channel)))
    .orderBy('conversation.id')
    .execute()
  return rows.map(({ id }) => id)
}

type Left = { operator: OperatorId; since: number; channel?: ChannelId; isUntaken?: true }

/** Open ones that he has left since, in one channel or in all; `isUntaken`: those that nobody has by now. */
export async function readLeft(db: Db, { operator, since, channel, isUntaken }: Left): Promise<ConversationId[]> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
    .select('conversation.id')
    .distinct()
    .where('seat.operator_id', '=', operator)
    .where('seat.left_at', '>=', since)
    .where('conversation.closed_at', 'is', null)
    .$if(channel !== undefined, (query) => query.where('conversation.channel_id', '=', must(channel)))
    .$if(isUntaken === true, (query) => query.where('conversation.accepted_at', 'is', null))
    .orderBy('conversation.id')
    .execute()
  return rows.map(({ id }) => id)
}

type Counted = { operators: readonly OperatorId[]; channel: ChannelId }
type Count = { operator: OperatorId | null; channel: ChannelId; count: number | string }

/** How many conversations each of these contributes to, or is about to, and how many are offered to him. */
export async function readLoads(db: Db, { operators, channel }: Counted): Promise<Map<OperatorId, Load & { offered: Load }>> {
  if (operators.length === 0) return new Map()
  const held = [...(await countSeats(db, operators)), ...(await countPromises(db, operators))]
  const offers = await countOffers(db, operators)
  const loadIn = (counts: readonly Count[], operator: OperatorId): Load => {
    const own = counts.filter((count) => count.operator === operator)
    return { inChannel: sum(own.filter((count) => count.channel === channel)), inAll: sum(own) }
  }
  return new Map(operators.map((each) => [each, { ...loadIn(held, each), offered: loadIn(offers, each) }]))
}

const countSeats = (db: Db, operators: readonly OperatorId[]): Promise<Count[]> =>
  db
    .selectFrom('seat')
    .innerJoin('conversation', 'conversation.id', 'seat.conversation_id')
    .select((eb) => [
      'seat.operator_id as operator',
      'conversation.channel_id as channel',
      eb.fn.countAll<number | string>().as('count'),
    ])
    .where('seat.operator_id', 'in', operators)
    .where('seat.left_at', 'is', null)
    .where('seat.level', '!=', 'observer')
    .groupBy(['seat.operator_id', 'conversation.channel_id'])
    .execute()

const countOffers = (db: Db, operators: readonly OperatorId[]): Promise<Count[]> =>
  db
    .selectFrom('offer')
    .select((eb) => ['operator_id as operator', 'channel_id as channel', eb.fn.countAll<number | string>().as('count')])
    .where('operator_id', 'in', operators)
    .where('ended_at', 'is', null)
    .groupBy(['operator_id', 'channel_id'])
    .execute()

const countPromises = (db: Db, operators: readonly OperatorId[]): Promise<Count[]> =>
  db
    .selectFrom('promised_seat')
    .select((eb) => ['operator_id as operator', 'channel_id as channel', eb.fn.countAll<number | string>().as('count')])
    .where('operator_id', 'in', operators)
    .groupBy(['operator_id', 'channel_id'])
    .execute()

/** Where he sits without having taken it himself, or only reads along. */
export async function readSittings(db: Db, operator: OperatorId): Promise<Sitting[]> {
  const rows = await db
    .selectFrom('seat')
    .select(['conversation_id', 'level', 'came_by'])
    .where('operator_id', '=', operator)
    .where('left_at', 'is', null)
    .orderBy('conversation_id')
    .execute()
  return rows.flatMap(({ conversation_id, level, came_by }) =>
    isSitting({ level, by: came_by }) ? [{ conversation: conversation_id, level }] : [],
  )
}

const sum = (counts: readonly Count[]) => counts.reduce((total, { count }) => total + Number(count), 0)

/** The operators of each. */
export async function readStaffOf(db: Db, conversations: readonly ConversationId[]): Promise<Map<ConversationId, Staff[]>> {
  if (conversations.length === 0) return new Map()
  const rows = await selectStaff(db).where('conversation_id', 'in', conversations).execute()
  const seats = Map.groupBy(rows, ({ conversation_id }) => conversation_id)
  return new Map([...seats].map(([id, each]) => [id, staffFrom(each)]))
}

/** Whoever has been in each, in the order they came first. */
export async function readEverybodyIn(db: Db, conversations: readonly ConversationId[]): Promise<Map<ConversationId, Staff[]>> {
  if (conversations.length === 0) return new Map()
  const rows = await selectStaff(db).where('conversation_id', 'in', conversations).execute()
  const seats = Map.groupBy(rows, ({ conversation_id }) => conversation_id)
  return new Map([...seats].map(([id, each]) => [id, cameFrom(each)]))
}

export const selectStaff = (db: Db) =>
  db
    .selectFrom('seat')
    .select(['conversation_id', 'operator_id', 'name', 'level', 'came_by', 'left_at', 'left_ordinal'])
    .where('kind', '=', 'operator')
    .orderBy('joined_ordinal')
    .orderBy('id')

type Stay = {
  operator_id: OperatorId | null
  name: string
  level: Level
  came_by: CameBy
  left_at: number | null
  left_ordinal: number | null
}

/** Who sits in it now, whatever he does there. */
export type Sitter = { operator: Staff; level: Level; by: CameBy }

/** Those who contribute, in the order they joined; where nobody does, those who were the last to leave. */
export function staffFrom(all: readonly Stay[]): Staff[] {
  const stays = all.filter(({ level }) => level !== 'observer')
  const last = stays.toSorted(lastToLeaveFirst)[0]
  return last ? eachOnce(stays.filter((stay) => lastToLeaveFirst(stay, last) === 0)) : []
}

export const sittersFrom = (stays: readonly Stay[]): Sitter[] =>
  stays.flatMap(({ operator_id, name, level, came_by, left_at }) =>
    left_at === null && operator_id !== null ? [{ operator: { id: operator_id, name }, level, by: came_by }] : [],
  )

/** Whoever has contributed to it. */
export const cameFrom = (stays: readonly Stay[]): Staff[] => eachOnce(stays.filter(({ level }) => level !== 'observer'))

function lastToLeaveFirst(one: Stay, other: Stay): number {
  const later = (stay: Stay) => stay.left_at ?? Number.MAX_SAFE_INTEGER
  return later(other) - later(one) || (other.left_ordinal ?? 0) - (one.left_ordinal ?? 0)
}

/** Who has come back is one all the same. */
function eachOnce(stays: readonly Pick<Stay, 'operator_id' | 'name'>[]): Staff[] {
  const staff = new Map<OperatorId, Staff>()
  for (const { operator_id, name } of stays) {
    if (operator_id !== null && !staff.has(operator_id)) staff.set(operator_id, { id: operator_id, name })
  }
  return [...staff.values()]
}
