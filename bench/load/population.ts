import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { hashToken, mintToken } from '@portico/server/auth/token'
import { registry } from '@portico/server/registry'
import type { ChannelId, ConversationId, OperatorId, SeatId, SessionId, VisitorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Db } from '@portico/server/platform/db/database'
import { migrate } from '@portico/server/platform/db/migrate'
import { postgres } from '@portico/server/platform/db/postgres'
import { sqlite } from '@portico/server/platform/db/sqlite'

const ROWS_AT_ONCE = 500
const SESSION_MS = 12 * 60 * 60 * 1000

export type Size = {
  teams: number
  operatorsPerTeam: number
  conversationsPerOperator: number
  /** Conversations that nobody has accepted. */
  waitingPerTeam?: number
  idleVisitors?: number
}

export type BenchOperator = { id: OperatorId; name: string; channel: ChannelId; cookie: string; conversations: ConversationId[] }
export type BenchVisitor = { id: VisitorId; channel: ChannelId; token: string; conversation: ConversationId | undefined }
export type Population = { operators: BenchOperator[]; visitors: BenchVisitor[]; waiting: BenchVisitor[] }

/**
 * A data folder or PostgreSQL database in which everybody already has an account, a token and an accepted conversation. Written
 * straight into it before any server has it open, since the limits on new visitors and accounts would make this take hours.
 */
export async function populate(into: { folder: string } | { url: string }, size: Size): Promise<Population> {
  if ('folder' in into) mkdirSync(into.folder, { recursive: true })
  const db = 'folder' in into ? sqlite(join(into.folder, 'portico.db')) : postgres(into.url, { unlimited: true })
  const population = await populateIn(db, size)
  await db.destroy()
  return population
}

/** The same, in a database that nobody has open. */
export async function populateIn(db: Db, size: Size): Promise<Population> {
  const at = Date.now()
  const population = invent(size)
  await migrate(db, registry.migrations, at)
  await db.transaction().execute((tx) => write(tx, population, at))
  return population
}

function invent(size: Size): Population {
  const { teams, operatorsPerTeam, conversationsPerOperator, waitingPerTeam = 0, idleVisitors = 0 } = size
  const operators = times(teams).flatMap((team) =>
    times(operatorsPerTeam).map((n): BenchOperator => ({
      id: newId<OperatorId>(),
      name: `Operator ${team}.${n}`,
      channel: channelOf(team),
      cookie: mintToken(),
      conversations: times(conversationsPerOperator).map(() => newId<ConversationId>()),
    })),
  )
  const talking = operators.flatMap(({ channel, conversations }) =>
    conversations.map((conversation) => newVisitor(channel, conversation)),
  )
  const idle = times(idleVisitors).map(() => newVisitor('main' as ChannelId, undefined)) // the channel that every installation begins with
  const waiting = times(teams).flatMap((team) =>
    times(waitingPerTeam).map(() => newVisitor(channelOf(team), newId<ConversationId>())),
  )
  return { operators, visitors: [...talking, ...idle], waiting }
}

const channelOf = (team: number) => `team-${team}` as ChannelId // within an id's alphabet

function newVisitor(channel: ChannelId, conversation: ConversationId | undefined): BenchVisitor {
  return { id: newId<VisitorId>(), channel, conversation, token: mintToken() }
}

async function write(tx: Db, { operators, visitors, waiting }: Population, at: number): Promise<void> {
  const channels = [...new Set(operators.map(({ channel }) => channel))]
  const talking = visitors.flatMap(({ id, channel, conversation }) => (conversation ? [{ id, channel, conversation }] : []))
  const asking = waiting.flatMap(({ id, channel, conversation }) => (conversation ? [{ id, channel, conversation }] : []))
  await inParts(channels, (part) => tx.insertInto('channel').values(part.map((id) => ({ id, name: id, created_at: at }))))
  await inParts(channels, (part) =>
    tx
      .insertInto('channel_part')
      .values(
        part.map((id) => ({ channel_id: id, part: 'channels', version: 1, body: JSON.stringify({ name: id }), by: null, at })),
      ),
  )
  await inParts(operators, (part) =>
    tx.insertInto('operator').values(
      part.map(({ id, name }) => ({
        id,
        name,
        email: `${id}@example.org`,
        role: 'operator' as const,
        password_hash: '',
        joined_at: at,
        revoked_at: null,
      })),
    ),
  )
  await inParts(operators, (part) =>
    tx.insertInto('operator_session').values(
      part.map(({ id, cookie }) => ({
        id: newId<SessionId>(),
        operator_id: id,
        token_hash: hashToken(cookie),
        device: 'bench',
        started_at: at,
        expires_at: at + SESSION_MS,
        ended_at: null,
      })),
    ),
  )
  await inParts(operators, (part) =>
    tx
      .insertInto('channel_member')
      .values(part.map(({ id, channel }) => ({ channel_id: channel, operator_id: id, joined_at: at }))),
  )
  await inParts(operators, (part) =>
    tx.insertInto('channel_grant').values(
      part.map(({ id, channel }) => ({
        channel_id: channel,
        holder_kind: 'operator' as const,
        holder_id: id,
        level: 'owner' as const,
        by: null,
        at,
      })),
    ),
  )
  await inParts([...visitors, ...waiting], (part) =>
    tx
      .insertInto('visitor_token')
      .values(part.map(({ id, token }) => ({ token_hash: hashToken(token), visitor_id: id, created_at: at }))),
  )
  await inParts(talking, (part) => tx.insertInto('conversation').values(part.map((talk) => conversationRow(talk, at))))
  await inParts(asking, (part) =>
    tx
      .insertInto('conversation')
      .values(part.map((talk) => ({ ...conversationRow(talk, at), accepted_at: null, answered_at: null, unanswered_at: at }))),
  )
  const joined = operators.flatMap(({ id, name, conversations }) =>
    conversations.map((conversation) => ({ id, name, conversation })),
  )
  await inParts(joined, (part) =>
    tx.insertInto('seat').values(
      part.map(({ id, name, conversation }) => ({
        id: newId<SeatId>(at),
        conversation_id: conversation,
        kind: 'operator' as const,
        operator_id: id,
        name,
        level: 'owner' as const,
        came_by: 'accept' as const,
        left_ordinal: null,
        joined_at: at,
        joined_ordinal: 1,
        left_at: null,
      })),
    ),
  )
}

type Talk = { id: VisitorId; channel: ChannelId; conversation: ConversationId }

const conversationRow = ({ id, channel, conversation }: Talk, at: number) => ({
  id: conversation,
  channel_id: channel,
  entrance: channel,
  visitor_id: id,
  opened_at: at,
  begun_at: at,
  accepted_at: at,
  answered_at: at,
  closed_at: null,
  closed_by: null,
  last_ordinal: 1,
  visitor_lines: 1,
  visitor_read: 0,
  seen_ordinal: 0,
  seen_line: null,
  moved_at: at,
  excerpt: '',
  said_by: null,
  unanswered_at: null,
  visitor_name: null,
  visitor_email: null,
  visitor_locale: null,
  analytics_id: null,
  page_url: null,
  page_title: null,
  offer_id: null,
  offered_to: null,
  offered_until: null,
  indexed_ordinal: 1,
  indexed_at: at,
})

async function inParts<T>(
  rows: readonly T[],
  insert: (part: readonly T[]) => { execute: () => Promise<unknown> },
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) await insert(rows.slice(start, start + ROWS_AT_ONCE)).execute()
}

const times = (count: number) => Array.from({ length: count }, (_, n) => n)
