import { onEachDatabase } from '@portico/testkit/databases'
import type { ChannelId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { registry } from '../../registry.ts'
import { prepared, preparedRows } from './prepared.ts'

const MAIN = 'main' as ChannelId // the channel that every installation begins with
const OTHER = 'other' as ChannelId // as above

const nameOf = prepared((db, { id }: { id: ChannelId }) => db.selectFrom('channel').select('name').where('id', '=', id))
const among = preparedRows((db, rows: readonly { id: ChannelId }[]) =>
  db
    .selectFrom('channel')
    .select('id')
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    ),
)

onEachDatabase((create) => {
  test('[DB1] a query prepared once answers for the parameters of each run, however many they are', async () => {
    const database = await create()
    const noted = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {} }
    const { reads, close } = await database.open({ registry, at: 0, ...noted })
    try {
      expect(await nameOf(reads, { id: MAIN })).toEqual([{ name: 'Website' }])
      expect(await nameOf(reads, { id: OTHER })).toEqual([])
      expect(await among(reads, [{ id: OTHER }])).toEqual([])
      expect(await among(reads, [{ id: OTHER }, { id: MAIN }])).toEqual([{ id: MAIN }])
      expect(await among(reads, [{ id: MAIN }])).toEqual([{ id: MAIN }])
    } finally {
      await close()
      await database.drop()
    }
  })
})
