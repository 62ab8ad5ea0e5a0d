import type { Canned, CannedSharedWith } from '@portico/protocol/canned'
import type { CannedId, ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Authority } from '../platform/actor.ts'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'
import { CANNED_PER_OPERATOR_MAX, CANNED_SHARED_MAX } from './canned.ts'
import type { CannedText } from './events.ts'
import { has, mayChange } from './policy.ts'
import type { CannedTable } from './tables.ts'

export async function findCanned(db: Db, id: CannedId): Promise<CannedText | undefined> {
  const row = await db.selectFrom('canned').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
  return row && textFrom(row, await readChannels(db, [id]))
}

export async function isCannedTaken(db: Db, id: CannedId): Promise<boolean> {
  return (await db.selectFrom('canned').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export function readMadeBy(db: Db, operator: OperatorId): Promise<{ id: CannedId; shortcut: string }[]> {
  return db
    .selectFrom('canned')
    .select(['id', 'shortcut'])
    .where('by', '=', operator)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function countShared(db: Db, { but }: { but: CannedId }): Promise<number> {
  const { count } = await db
    .selectFrom('canned')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('shared_with', '!=', 'nobody')
    .where('removed_at', 'is', null)
    .where('id', '!=', but)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** When one changed last: any, or one that somebody made. */
export async function readChangedAt(db: Db, by?: OperatorId): Promise<number> {
  const { at } = await db
    .selectFrom('canned')
    .select((eb) => eb.fn.max('changed_at').as('at'))
    .$if(by !== undefined, (query) => query.where('by', '=', must(by)))
    .executeTakeFirstOrThrow()
  return at ?? 0
}

/** When one that others have, or had, changed last. */
export async function readShownAt(db: Db): Promise<number> {
  const { at } = await db
    .selectFrom('canned')
    .select((eb) => eb.fn.max('shown_at').as('at'))
    .executeTakeFirstOrThrow()
  return at ?? 0
}

/** All that somebody has, those he uses most first. */
export async function readCanned(db: Db, authority: Authority & { kind: 'operator' }): Promise<Canned[]> {
  const rows = await db
    .selectFrom('canned')
    .innerJoin('operator', 'operator.id', 'canned.by')
    .selectAll('canned')
    .select('operator.name')
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('by', '=', authority.id), eb('shared_with', '!=', 'nobody')]))
    .orderBy('canned.id')
    .limit(CANNED_PER_OPERATOR_MAX + CANNED_SHARED_MAX)
    .execute()
  const channels = await readChannels(db)
  const uses = await readUses(db, authority.id)
  const own = rows.flatMap((row): Canned[] => {
    const { by, ...text } = textFrom(row, channels)
    if (!has(authority, { by, ...text })) return []
    const used = uses.get(row.id) ?? { uses: 0, own: 0, usedAt: null }
    const mayChangeIt = mayChange(authority, { by, ...text }) === undefined
    return [{ ...text, texts: [...text.texts], by: { id: by, name: row.name }, mayChange: mayChangeIt, ...used }]
  })
  return own.sort((a, b) => b.own - a.own || b.uses - a.uses || (a.shortcut < b.shortcut ? -1 : 1))
}

type Uses = Pick<Canned, 'uses' | 'own' | 'usedAt'>

async function readUses(db: Db, operator: OperatorId): Promise<Map<CannedId, Uses>> {
  const rows = await db
    .selectFrom('canned_use')
    .select((eb) => [
      'canned_id',
      eb.fn.sum<number | string>('uses').as('uses'),
      eb.fn.max('used_at').as('usedAt'),
      eb.fn.sum<number | string>(eb.case().when('operator_id', '=', operator).then(eb.ref('uses')).else(0).end()).as('own'),
    ])
    .groupBy('canned_id')
    .execute()
  return new Map(rows.map(({ canned_id, uses, own, usedAt }) => [canned_id, { uses: Number(uses), own: Number(own), usedAt }]))
}

async function readChannels(db: Db, of?: readonly CannedId[]): Promise<Map<CannedId, ChannelId[]>> {
  const rows = await db
    .selectFrom('canned_channel')
    .selectAll()
    .$if(of !== undefined, (query) => query.where('canned_id', 'in', must(of)))
    .orderBy('canned_id')
    .orderBy('channel_id')
    .execute()
  const channels = new Map<CannedId, ChannelId[]>()
  for (const { canned_id, channel_id } of rows) channels.set(canned_id, [...(channels.get(canned_id) ?? []), channel_id])
  return channels
}

function textFrom(row: CannedTable, channels: ReadonlyMap<CannedId, ChannelId[]>): CannedText {
  const { id, version, shortcut, texts, shared_with, by } = row
  const sharedWith: CannedSharedWith =
    shared_with === 'channels' ? { kind: 'channels', channels: channels.get(id) ?? [] } : { kind: shared_with }
  return { id, version, shortcut, texts: JSON.parse(texts) as CannedText['texts'], sharedWith, by } // it was written as that
}
