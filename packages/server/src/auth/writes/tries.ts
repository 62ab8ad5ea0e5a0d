import type { Auth } from '../index.ts'
import { TRIES_FORGOTTEN_MS } from '../tries.ts'

export const triesWrites: Pick<Auth['writes'], 'try.taken' | 'try.given-back' | 'tries.forgotten'> = {
  'try.taken': async (tx, { key, count, at }) => {
    await tx
      .deleteFrom('tries')
      .where('at', '<', at - TRIES_FORGOTTEN_MS)
      .where('key', '!=', key)
      .execute()
    await tx
      .insertInto('tries')
      .values({ key, count, at })
      .onConflict((oc) => oc.column('key').doUpdateSet({ count, at }))
      .execute()
  },
  'try.given-back': async (tx, { key }) => {
    await tx
      .updateTable('tries')
      .set((eb) => ({ count: eb('count', '-', 1) }))
      .where('key', '=', key)
      .execute()
  },
  'tries.forgotten': async (tx, { keys }) => {
    await tx.deleteFrom('tries').where('key', 'in', keys).execute()
  },
}
