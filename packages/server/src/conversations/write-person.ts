import type { ChannelId } from '@portico/protocol/ids'
import type { Tx } from '../platform/db/database.ts'
import { conversationsAtHand } from './at-hand.ts'
import { wordsOfPerson, type Person } from './person.ts'

/** Keeps what is known of a visitor, and how he is found and called in all that he has ever written. */
export async function writePerson(tx: Tx, person: Person): Promise<void> {
  const { id, name, email, phone, comments, saidName, saidEmail, editedAt, editedBy } = person
  const row = {
    name,
    email,
    phone,
    comments,
    said_name: saidName,
    said_email: saidEmail,
    edited_at: editedAt,
    edited_by: editedBy?.id ?? null,
    edited_by_name: editedBy?.name ?? null,
  }
  await tx
    .insertInto('visitor')
    .values({ id, ...row })
    .onConflict((oc) => oc.column('id').doUpdateSet(row))
    .execute()
  const called = await tx
    .updateTable('conversation')
    .set({ visitor_name: name, visitor_email: email })
    .where('visitor_id', '=', id)
    .returning(['id', 'channel_id'])
    .execute()
  for (const conversation of called) conversationsAtHand.drop(tx, conversation.id)
  await tx.deleteFrom('visitor_word').where('visitor_id', '=', id).execute()
  for (const channel of new Set(called.map(({ channel_id }) => channel_id))) await indexPerson(tx, person, channel)
}

/** From here on the visitor is found in this channel. */
export async function indexPerson(tx: Tx, person: Person, channel: ChannelId): Promise<void> {
  const rows = wordsOfPerson(person).map((word) => ({ channel_id: channel, word, visitor_id: person.id }))
  if (rows.length === 0) return
  await tx
    .insertInto('visitor_word')
    .values(rows)
    .onConflict((oc) => oc.columns(['channel_id', 'word', 'visitor_id']).doNothing())
    .execute()
}
