import type { Label, LabelKind, Skills } from '@portico/protocol/labels'
import type { LabelId, OperatorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import type { LabelTable } from './tables.ts'

const SKILLED_MAX = 5000

export async function findLabel(db: Db, id: LabelId): Promise<Label | undefined> {
  const row = await db.selectFrom('label').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
  return row && labelFrom(row)
}

/** An id is taken for good, also that of a label which is gone. */
export async function isLabelTaken(db: Db, id: LabelId): Promise<boolean> {
  return (await db.selectFrom('label').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function readLabels(db: Db, kind?: LabelKind): Promise<Label[]> {
  const rows = await db
    .selectFrom('label')
    .selectAll()
    .where('removed_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'tag'))
    .execute()
  return rows.map(labelFrom).sort(byName)
}

/** Of those who have said anything, by their ids. */
export async function readSkills(db: Db): Promise<Skills[]> {
  const skills = [...(await readSkillsOf(db)).values()]
  return skills.sort((a, b) => (a.operator < b.operator ? -1 : 1)).slice(0, SKILLED_MAX)
}

/**
 * What operators speak and know and where they are from, for whoever chooses one of them; those who have said nothing are not there. The first language is
 * the one he answers in with most ease.
 */
export async function readSkillsOf(db: Db, operators?: readonly OperatorId[]): Promise<Map<OperatorId, Skills>> {
  const skills = new Map<OperatorId, Skills>()
  if (operators?.length === 0) return skills
  const spoken = await db
    .selectFrom('spoken_language')
    .selectAll()
    .$if(operators !== undefined, (query) => query.where('operator_id', 'in', operators ?? []))
    .orderBy('operator_id')
    .orderBy('place')
    .execute()
  const known = await db
    .selectFrom('known_expertise')
    .selectAll()
    .$if(operators !== undefined, (query) => query.where('operator_id', 'in', operators ?? []))
    .orderBy('operator_id')
    .orderBy('label_id')
    .execute()
  const homes = await db
    .selectFrom('home_country')
    .selectAll()
    .$if(operators !== undefined, (query) => query.where('operator_id', 'in', operators ?? []))
    .orderBy('operator_id')
    .execute()
  const of = (operator: OperatorId) => {
    const found = skills.get(operator) ?? { operator, languages: [], expertise: [], country: null }
    skills.set(operator, found)
    return found
  }
  for (const { operator_id, language } of spoken) of(operator_id).languages.push(language)
  for (const { operator_id, label_id } of known) of(operator_id).expertise.push(label_id)
  for (const { operator_id, country } of homes) of(operator_id).country = country
  return skills
}

/** Those who know it, with all that they know. */
export async function readKnownBy(db: Db, label: LabelId): Promise<Skills[]> {
  const rows = await db.selectFrom('known_expertise').select('operator_id').where('label_id', '=', label).execute()
  const skills = await readSkillsOf(
    db,
    rows.map(({ operator_id }) => operator_id),
  )
  return [...skills.values()].sort((a, b) => (a.operator < b.operator ? -1 : 1))
}

/** As clients sort them too. */
const byName = (a: Label, b: Label) => (a.name < b.name || (a.name === b.name && a.id < b.id) ? -1 : 1)

const labelFrom = ({ id, kind, name, tint }: LabelTable): Label => ({ id, kind, name, tint })
