import type { Channels } from './index.ts'

export const writes: Channels['writes'] = {
  'channel.created': async (tx, { channel, name, by, at }) => {
    await tx.insertInto('channel').values({ id: channel, name, created_at: at }).execute()
    const body = JSON.stringify({ name })
    await tx.insertInto('channel_part').values({ channel_id: channel, part: 'channels', version: 1, body, by, at }).execute()
  },
  'channel.configured': async (tx, { channel, part, version, by, at, options, renamed }) => {
    // What was before stays: the rows of a part are its history.
    const body = JSON.stringify(options[part])
    await tx.insertInto('channel_part').values({ channel_id: channel, part, version, body, by, at }).execute()
    if (renamed !== null) await tx.updateTable('channel').set({ name: renamed }).where('id', '=', channel).execute()
  },
  'channel.joined': async (tx, { channel, operator, at }) => {
    await tx.insertInto('channel_member').values({ channel_id: channel, operator_id: operator, joined_at: at }).execute()
    await tx.deleteFrom('channel_leaving').where('channel_id', '=', channel).where('operator_id', '=', operator).execute()
  },
  'channel.left': async (tx, { channel, operator, by, at }) => {
    await tx.deleteFrom('channel_member').where('channel_id', '=', channel).where('operator_id', '=', operator).execute()
    await tx
      .insertInto('channel_leaving')
      .values({ channel_id: channel, operator_id: operator, by, at })
      .onConflict((oc) => oc.columns(['channel_id', 'operator_id']).doUpdateSet({ by, at }))
      .execute()
  },
  'memberships.told': async () => {},
  'lobby.renamed': async () => {},
}
