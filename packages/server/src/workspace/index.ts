import { capability, refuse, type Capability } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import type { WorkspaceCommand, WorkspaceEvent } from './events.ts'
import { mayRenameSite } from './policy.ts'
import { isZone } from './zone.ts'
import { readSiteName, readSiteZone } from './reads.ts'
import { forgetSwitches, readSwitchedOff } from './switch-reads.ts'
import { security } from './security.ts'
import { afterSwitch, shutFor } from './switches.ts'
import { migrations } from './tables.ts'

export type Workspace = Capability<WorkspaceCommand, WorkspaceEvent>

export const workspace = capability<WorkspaceCommand, WorkspaceEvent>({
  name: 'workspace',
  migrations,
  subjects: {
    'site.rename': () => ['site:name'],
    'site.choose-zone': () => ['site:name'],
    'site.switch': () => ['site:switches'],
  },
  commands: {
    'site.rename': async (_tx, { name }, { actor }) => mayRenameSite(actor) ?? [{ type: 'site.renamed', name: name.trim() }],
    'site.choose-zone': async (_tx, { zone }, { actor }) =>
      mayRenameSite(actor) ?? (isZone(zone) ? [{ type: 'site.zone-chosen', zone }] : refuse('invalid', { detail: 'zone' })),
    'site.switch': async (tx, { what, isOn }, { actor, now }) => {
      const refused = mayRenameSite(actor)
      if (refused) return refused
      const off = await readSwitchedOff(tx)
      if (off.some((each) => each.what === what) !== isOn) return []
      const at = now()
      return [{ type: 'site.switched', what, isOn, off: afterSwitch(off, { what, isOn, at }), at }]
    },
  },
  writes: {
    'site.renamed': async (tx, { name }) => {
      await tx.updateTable('site').set({ name }).execute()
    },
    'site.zone-chosen': async (tx, { zone }) => {
      await tx.updateTable('site').set({ zone }).execute()
    },
    'site.switched': async (tx, { what, isOn, at }) => {
      if (isOn) await tx.deleteFrom('site_switch').where('what', '=', what).execute()
      else await tx.insertInto('site_switch').values({ what, off_since: at }).execute()
      forgetSwitches(tx)
    },
  },
  broadcasts: {
    'site.renamed': ({ name }) => setParts('settings', { siteName: name }),
    'site.zone-chosen': ({ zone }) => setParts('settings', { siteZone: zone }),
    'site.switched': ({ off }) => setParts('settings', { switchedOff: [...off] }),
  },
  security,
  snapshots: {
    settings: async (db) => ({
      siteName: await readSiteName(db),
      siteZone: await readSiteZone(db),
      switchedOff: await readSwitchedOff(db),
    }),
    lobby: async (db) => ({
      siteName: await readSiteName(db),
      shut: shutFor('public-to-operator', await readSwitchedOff(db)),
    }),
  },
  routes: async () => (await import('./routes.ts')).routes,
})
