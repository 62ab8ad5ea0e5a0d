import { capability, refuse, type Capability } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { setParts } from '../platform/set-parts.ts'
import type { WorkspaceCommand, WorkspaceEvent } from './events.ts'
import { mayRenameSite } from './policy.ts'
import { isZone } from './zone.ts'
import { readSiteName, readSiteZone } from './reads.ts'
import { security } from './security.ts'
import { migrations } from './tables.ts'

export type Workspace = Capability<WorkspaceCommand, WorkspaceEvent>

export const workspace = capability<WorkspaceCommand, WorkspaceEvent>({
  name: 'workspace',
  migrations,
  subjects: { 'site.rename': () => ['site:name'], 'site.choose-zone': () => ['site:name'] },
  commands: {
    'site.rename': async (_tx, { name }, { actor }) => mayRenameSite(actor) ?? [{ type: 'site.renamed', name: name.trim() }],
    'site.choose-zone': async (_tx, { zone }, { actor }) =>
      mayRenameSite(actor) ?? (isZone(zone) ? [{ type: 'site.zone-chosen', zone }] : refuse('invalid', { detail: 'zone' })),
  },
  writes: {
    'site.renamed': async (tx, { name }) => {
      await tx.updateTable('site').set({ name }).execute()
    },
    'site.zone-chosen': async (tx, { zone }) => {
      await tx.updateTable('site').set({ zone }).execute()
    },
  },
  broadcasts: {
    'site.renamed': ({ name }) => setParts('settings', { siteName: name }),
    'site.zone-chosen': ({ zone }) => setParts('settings', { siteZone: zone }),
  },
  security,
  snapshots: {
    settings: async (db) => ({ siteName: await readSiteName(db), siteZone: await readSiteZone(db) }),
    lobby: readNamed,
  },
  routes: async () => (await import('./routes.ts')).routes,
})

async function readNamed(db: Db): Promise<{ siteName: string }> {
  return { siteName: await readSiteName(db) }
}
