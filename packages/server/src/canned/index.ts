import type { OperatorId } from '@portico/protocol/ids'
import { capability, type Capability, type Shown } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import { commands } from './commands.ts'
import type { CannedCommand, CannedEvent } from './events.ts'
import { readChangedAt, readShownAt } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type CannedResponses = Capability<CannedCommand, CannedEvent>

// What the views say of them all is said anew with each change, and shortcuts are there once: one at a time.
const alone = () => ['site:canned'] as const

type Told = { canned: { by: OperatorId }; isShown: boolean; at: number }
const changed = ({ canned: { by }, isShown, at }: Told): readonly Shown[] => [
  ...(isShown ? setParts('settings', { cannedChangedAt: at }) : []),
  ...setParts(`operator:${by}`, { ownCannedChangedAt: at }),
]

export const canned = capability<CannedCommand, CannedEvent>({
  name: 'canned',
  migrations,
  subjects: {
    'canned.write': alone,
    'canned.remove': alone,
    'canned.use': ({ canned: id }) => [`canned:${id}`],
  },
  commands,
  writes,
  broadcasts: { 'canned.written': changed, 'canned.removed': changed, 'canned.used': () => [] },
  security: 'none',
  snapshots: {
    settings: async (db) => ({ cannedChangedAt: await readShownAt(db) }),
    operator: async (db, id) => ({ ownCannedChangedAt: await readChangedAt(db, id as OperatorId) }), // the id of such a topic is his
  },
  routes: async () => (await import('./routes.ts')).routes,
})
