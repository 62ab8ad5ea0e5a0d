import type { Label, Skills } from '@portico/protocol/labels'
import type { Shown } from '../platform/capability.ts'
import type { Labels } from './index.ts'

export const broadcasts: Labels['broadcasts'] = {
  'label.made': ({ label }) => [changed(label)],
  'label.changed': ({ label }) => [changed(label)],
  'label.removed': ({ label, knownBy }) => [['settings', { type: 'label.gone', label: label.id }], ...knownBy.map(skilled)],
  'skills.changed': ({ skills }) => [skilled(skills)],
}

const changed = (label: Label): Shown => ['settings', { type: 'label.changed', label }]
const skilled = (skills: Skills): Shown => ['settings', { type: 'skills.changed', skills }]
