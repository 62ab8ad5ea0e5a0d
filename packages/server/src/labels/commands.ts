import { findOperator } from '../auth/reads.ts'
import { refuse } from '../platform/capability.ts'
import type { Labels } from './index.ts'
import { change, make, setSkills } from './label.ts'
import { mayEdit, mayRemove, maySetSkills } from './policy.ts'
import { findLabel, isLabelTaken, readKnownBy, readLabels, readSkillsOf } from './reads.ts'

export const commands: Labels['commands'] = {
  'label.make': async (tx, { label: id, kind, name, tint }, { actor, now }) => {
    const refused = mayEdit(actor, kind)
    if (refused) return refused
    const standing = { ofKind: await readLabels(tx, kind), isTaken: await isLabelTaken(tx, id), at: now() }
    return make({ id, kind, name, tint }, standing)
  },
  'label.change': async (tx, { label: id, ...changed }, { actor }) => {
    const label = await findLabel(tx, id)
    if (!label) return actor.kind === 'operator' ? refuse('not-found') : refuse('forbidden')
    return mayEdit(actor, label.kind) ?? change(label, changed, await readLabels(tx, label.kind))
  },
  'label.remove': async (tx, { label: id }, { actor, now }) => {
    const refused = mayRemove(actor)
    if (refused) return refused
    const label = await findLabel(tx, id)
    if (!label) return []
    const knownBy = (await readKnownBy(tx, id)).map(({ expertise, ...skills }) => ({
      ...skills,
      expertise: expertise.filter((each) => each !== id),
    }))
    return [{ type: 'label.removed', label, knownBy, at: now() }]
  },
  'skills.set': async (tx, { type: _, ...said }, { actor }) => {
    const refused = maySetSkills(actor, said.operator)
    if (refused) return refused
    const operator = await findOperator(tx, said.operator)
    if (!operator || operator.revokedAt !== null) return refuse('not-found')
    const nothing = { operator: said.operator, languages: [], expertise: [], country: null }
    const before = (await readSkillsOf(tx, [said.operator])).get(said.operator) ?? nothing
    const known = await readLabels(tx, 'expertise')
    return setSkills(before, said, new Set(known.map(({ id }) => id)))
  },
}
