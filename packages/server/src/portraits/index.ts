import { capability, type Capability } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import { commands } from './commands.ts'
import type { PortraitCommand, PortraitEvent } from './events.ts'
import { readPortraits } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Portraits = Capability<PortraitCommand, PortraitEvent>

// The list of all is said anew with each change: they are decided one at a time.
const alone = () => ['site:portraits'] as const

export const portraits = capability<PortraitCommand, PortraitEvent>({
  name: 'portraits',
  migrations,
  subjects: { 'portrait.hang': alone, 'portrait.remove': alone },
  commands,
  writes,
  broadcasts: {
    'portrait.hung': ({ all }) => setParts('settings', { portraits: [...all] }),
    'portrait.removed': ({ all }) => setParts('settings', { portraits: [...all] }),
  },
  security: 'none',
  snapshots: { settings: async (db) => ({ portraits: await readPortraits(db) }) },
  routes: async () => (await import('./routes.ts')).routes,
})
