import type { Channels } from './index.ts'

export const writes: Channels['writes'] = {
  'channel.created': async (tx, { channel, options, at }) => {
    await tx
      .insertInto('channel')
      .values({ id: channel, name: options.name, options: JSON.stringify(options), created_at: at })
      .execute()
  },
  'channel.configured': async (tx, { channel, options }) => {
    await tx
      .updateTable('channel')
      .set({ name: options.name, options: JSON.stringify(options) })
      .where('id', '=', channel)
      .execute()
  },
  'channel.joined': async (tx, { channel, operator, at }) => {
    await tx.insertInto('channel_member').values({ channel_id: channel, operator_id: operator, joined_at: at }).execute()
  },
  'channel.left': async (tx, { channel, operator }) => {
    await tx.deleteFrom('channel_member').where('channel_id', '=', channel).where('operator_id', '=', operator).execute()
  },
}
