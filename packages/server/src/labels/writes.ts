import type { Skills } from '@portico/protocol/labels'
import type { Tx } from '../platform/db/database.ts'
import type { Labels } from './index.ts'
import { foldedName } from './label.ts'

export const writes: Labels['writes'] = {
  'label.made': async (tx, { label: { id, kind, name, tint }, at }) => {
    const row = { id, kind, name, folded: foldedName(name), tint, made_at: at, removed_at: null }
    await tx.insertInto('label').values(row).execute()
  },
  'label.changed': async (tx, { label: { id, name, tint } }) => {
    await tx
      .updateTable('label')
      .set({ name, folded: foldedName(name), tint })
      .where('id', '=', id)
      .execute()
  },
  'label.removed': async (tx, { label: { id }, at }) => {
    await tx.updateTable('label').set({ removed_at: at }).where('id', '=', id).execute()
    await tx.deleteFrom('known_expertise').where('label_id', '=', id).execute()
  },
  'skills.changed': (tx, { skills }) => writeSkills(tx, skills),
}

async function writeSkills(tx: Tx, { operator, languages, expertise, country }: Skills): Promise<void> {
  await tx.deleteFrom('spoken_language').where('operator_id', '=', operator).execute()
  await tx.deleteFrom('known_expertise').where('operator_id', '=', operator).execute()
  await tx.deleteFrom('home_country').where('operator_id', '=', operator).execute()
  const spoken = languages.map((language, place) => ({ operator_id: operator, language, place }))
  if (spoken.length > 0) await tx.insertInto('spoken_language').values(spoken).execute()
  const known = expertise.map((label_id) => ({ operator_id: operator, label_id }))
  if (known.length > 0) await tx.insertInto('known_expertise').values(known).execute()
  if (country !== null) await tx.insertInto('home_country').values({ operator_id: operator, country }).execute()
}
