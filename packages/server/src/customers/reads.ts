import type { IdentityKey } from '@portico/protocol/customers'
import type { ChannelId, CustomerId, IdentityKeyId, VisitorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import type { Customer, Link } from './customer.ts'
import type { CheckingKey } from './read-identity-token.ts'
import type { CustomerTable, IdentityKeyTable } from './tables.ts'

/** Ended ones are shown for a while: so many keys of a channel, whatever became of them. */
const KEYS_SHOWN_MAX = 50
/** Each browser that is emptied again and again is a new one. */
const VISITORS_MAX = 200

export async function findCustomer(db: Db, id: CustomerId): Promise<Customer | undefined> {
  const row = await db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst()
  return row && customerFrom(row)
}

export async function findLink(db: Db, visitor: VisitorId): Promise<Link | undefined> {
  const row = await db.selectFrom('visitor_link').selectAll().where('visitor_id', '=', visitor).executeTakeFirst()
  return row && { customer: row.customer_id, unlinkedAt: row.unlinked_at }
}

/** Whose visitor it is. */
export async function findCustomerOf(db: Db, visitor: VisitorId): Promise<Customer | undefined> {
  const row = await db
    .selectFrom('visitor_link')
    .innerJoin('customer', 'customer.id', 'visitor_link.customer_id')
    .selectAll('customer')
    .where('visitor_id', '=', visitor)
    .where('unlinked_at', 'is', null)
    .executeTakeFirst()
  return row && customerFrom(row)
}

/** His visitors, the last linked first. */
export async function readVisitorsOf(db: Db, customer: CustomerId, limit = VISITORS_MAX): Promise<VisitorId[]> {
  const rows = await db
    .selectFrom('visitor_link')
    .select('visitor_id')
    .where('customer_id', '=', customer)
    .where('unlinked_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('visitor_id')
    .limit(limit)
    .execute()
  return rows.map(({ visitor_id }) => visitor_id)
}

export async function findIdentityKey(db: Db, id: IdentityKeyId): Promise<IdentityKeyTable | undefined> {
  return db.selectFrom('identity_key').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those that check a token now, the newest first: most tokens are of that one. */
export async function readCheckingKeys(db: Db, { channel, at }: { channel: ChannelId; at: number }): Promise<CheckingKey[]> {
  return db
    .selectFrom('identity_key')
    .select(['id', 'algorithm', 'material'])
    .where('channel_id', '=', channel)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Without what is secret of them. */
export async function readIdentityKeys(db: Db, channel: ChannelId): Promise<IdentityKey[]> {
  const rows = await db
    .selectFrom('identity_key')
    .innerJoin('operator', 'operator.id', 'identity_key.made_by')
    .select(['identity_key.id', 'algorithm', 'made_at', 'made_by', 'operator.name', 'ends_at', 'used_at'])
    .where('channel_id', '=', channel)
    .orderBy('made_at', 'desc')
    .orderBy('identity_key.id', 'desc')
    .limit(KEYS_SHOWN_MAX)
    .execute()
  return rows.map(({ id, algorithm, made_at, made_by, name, ends_at, used_at }) => ({
    id,
    algorithm,
    madeAt: made_at,
    by: { id: made_by, name },
    endsAt: ends_at,
    usedAt: used_at,
  }))
}

const customerFrom = ({ id, sub, name, email, phone, ...row }: CustomerTable): Customer => ({
  id,
  sub,
  name,
  email,
  phone,
  keySet: row.key_set,
  attributes: JSON.parse(row.attributes) as Customer['attributes'], // it was written as that
  saidAt: row.said_at,
  madeAt: row.made_at,
  seenAt: row.seen_at,
  signedAfter: row.signed_after,
})
