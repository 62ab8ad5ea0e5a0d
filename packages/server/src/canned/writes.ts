import type { CannedId } from '@portico/protocol/ids'
import type { Tx } from '../platform/db/database.ts'
import type { CannedText } from './events.ts'
import type { CannedResponses } from './index.ts'

export const writes: CannedResponses['writes'] = {
  'canned.written': async (tx, { canned, isShown, at }) => {
    const { id, version, shortcut, texts, sharedWith, by } = canned
    const now = { version, shortcut, texts: JSON.stringify(texts), shared_with: sharedWith.kind, changed_at: at }
    const row = { ...now, ...(isShown && { shown_at: at }) }
    await tx
      .insertInto('canned')
      .values({ id, by, shown_at: null, removed_at: null, ...row })
      .onConflict((existing) => existing.column('id').doUpdateSet(row))
      .execute()
    await writeChannels(tx, canned)
  },
  'canned.removed': async (tx, { canned: { id }, isShown, at }) => {
    await tx
      .updateTable('canned')
      .set({ removed_at: at, changed_at: at, texts: '[]', ...(isShown && { shown_at: at }) })
      .where('id', '=', id)
      .execute()
    await tx.deleteFrom('canned_channel').where('canned_id', '=', id).execute()
    await tx.deleteFrom('canned_use').where('canned_id', '=', id).execute()
  },
  'canned.used': async (tx, { canned, operator, at }) => {
    await tx
      .insertInto('canned_use')
      .values({ canned_id: canned, operator_id: operator, uses: 1, used_at: at })
      .onConflict((existing) =>
        existing
          .columns(['canned_id', 'operator_id'])
          .doUpdateSet((eb) => ({ uses: eb('canned_use.uses', '+', 1), used_at: at })),
      )
      .execute()
  },
}

async function writeChannels(tx: Tx, { id, sharedWith }: Pick<CannedText, 'sharedWith'> & { id: CannedId }): Promise<void> {
  await tx.deleteFrom('canned_channel').where('canned_id', '=', id).execute()
  if (sharedWith.kind !== 'channels') return
  const rows = [...new Set(sharedWith.channels)].map((channel_id) => ({ canned_id: id, channel_id }))
  await tx.insertInto('canned_channel').values(rows).execute()
}
