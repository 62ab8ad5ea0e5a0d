import { capability, type Capability } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { setParts } from '../platform/set-parts.ts'
import type { WorkspaceCommand, WorkspaceEvent } from './events.ts'
import { mayRenameSite } from './policy.ts'
import { readSiteName } from './reads.ts'
import { security } from './security.ts'
import { migrations } from './tables.ts'

export type Workspace = Capability<WorkspaceCommand, WorkspaceEvent>

export const workspace = capability<WorkspaceCommand, WorkspaceEvent>({
  name: 'workspace',
  migrations,
  subjects: { 'site.rename': () => ['site:name'] },
  commands: {
    'site.rename': async (_tx, { name }, { actor }) => mayRenameSite(actor) ?? [{ type: 'site.renamed', name: name.trim() }],
  },
  writes: {
    'site.renamed': async (tx, { name }) => {
      await tx.updateTable('site').set({ name }).execute()
    },
  },
  broadcasts: { 'site.renamed': ({ name }) => setParts('settings', { siteName: name }) },
  security,
  snapshots: { settings: readNamed, lobby: readNamed },
  routes: async () => (await import('./routes.ts')).routes,
})

async function readNamed(db: Db): Promise<{ siteName: string }> {
  return { siteName: await readSiteName(db) }
}
