import type { Customers } from './index.ts'

/** All who come with a key would wait for its row. */
const USED_EVERY_MS = 60 * 60_000

export const writes: Customers['writes'] = {
  'identity-key.made': async (tx, { key, channel, algorithm, material, by, at }) => {
    await tx
      .insertInto('identity_key')
      .values({ id: key, channel_id: channel, algorithm, material, made_at: at, made_by: by, ends_at: null, used_at: null })
      .execute()
  },
  'identity-key.ended': async (tx, { key, endsAt }) => {
    await tx.updateTable('identity_key').set({ ends_at: endsAt }).where('id', '=', key).execute()
  },
  'visitor.identified': async (tx, { visitor, customer, key, isNew, at }) => {
    const { id, keySet, sub, name, email, phone, attributes, saidAt, madeAt, seenAt, signedAfter } = customer
    const row = { name, email, phone, attributes: JSON.stringify(attributes), said_at: saidAt, seen_at: seenAt }
    await tx
      .insertInto('customer')
      .values({ id, key_set: keySet, sub, made_at: madeAt, signed_after: signedAfter, ...row })
      .onConflict((oc) => oc.column('id').doUpdateSet(row))
      .execute()
    await tx
      .updateTable('identity_key')
      .set({ used_at: at })
      .where('id', '=', key)
      .where((eb) => eb.or([eb('used_at', 'is', null), eb('used_at', '<', at - USED_EVERY_MS)]))
      .execute()
    if (isNew)
      await tx.insertInto('visitor_link').values({ visitor_id: visitor, customer_id: id, at, unlinked_at: null }).execute()
  },
  'visitor.unlinked': async (tx, { visitor, at }) => {
    await tx.updateTable('visitor_link').set({ unlinked_at: at }).where('visitor_id', '=', visitor).execute()
  },
  'customer.logged-out': async (tx, { customer, signedAfter }) => {
    await tx.updateTable('customer').set({ signed_after: signedAfter }).where('id', '=', customer).execute()
  },
}
