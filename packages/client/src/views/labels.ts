import type { Label, Skills } from '@portico/protocol/labels'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

export const labelSteps = {
  settings: {
    'label.changed': (view, { label }) => ({ ...view, labels: upsert(view.labels ?? [], label, byName) }),
    'label.gone': (view, gone) => ({ ...view, labels: (view.labels ?? []).filter(({ id }) => id !== gone.label) }),
    'skills.changed': (view, { skills }) => ({
      ...view,
      skills: upsert(view.skills ?? [], skills, byOperator).filter(saysAnything),
    }),
  },
} satisfies Steps

/** Who has nothing left is as if he had never said anything. */
const saysAnything = ({ languages, expertise, country }: Skills) =>
  languages.length > 0 || expertise.length > 0 || country !== null

const byName = {
  key: (label: Label) => label.id,
  before: (a: Label, b: Label) => a.name < b.name || (a.name === b.name && a.id < b.id),
}
const byOperator = {
  key: (skills: Skills) => skills.operator,
  before: (a: Skills, b: Skills) => a.operator < b.operator,
}
