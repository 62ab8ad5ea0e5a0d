import type { Portraits } from './index.ts'

export const writes: Portraits['writes'] = {
  'portrait.hung': async (tx, { operator, portrait, picture, at }) => {
    const row = { id: portrait, picture, at }
    await tx
      .insertInto('portrait')
      .values({ operator_id: operator, ...row })
      .onConflict((oc) => oc.column('operator_id').doUpdateSet(row))
      .execute()
  },
  'portrait.removed': async (tx, { operator }) => {
    await tx.deleteFrom('portrait').where('operator_id', '=', operator).execute()
  },
}
