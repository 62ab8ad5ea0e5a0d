import { capability, type Capability } from '../platform/capability.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { LabelsCommand, LabelsEvent } from './events.ts'
import { readLabels, readSkills } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Labels = Capability<LabelsCommand, LabelsEvent>

// A name is there once: whatever makes or changes one is decided one at a time, and so is who knows what.
const alone = () => ['site:labels'] as const

export const labels = capability<LabelsCommand, LabelsEvent>({
  name: 'labels',
  migrations,
  subjects: {
    'label.make': alone,
    'label.change': alone,
    'label.remove': alone,
    'skills.set': ({ operator }) => ['site:labels', `operator:${operator}`],
  },
  commands,
  writes,
  broadcasts,
  security: 'none',
  snapshots: { settings: async (db) => ({ labels: await readLabels(db), skills: await readSkills(db) }) },
})
