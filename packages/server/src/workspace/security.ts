import type { Workspace } from './index.ts'

export const security: Workspace['security'] = {
  'site.switched': ({ what, isOn }) => ({
    kind: 'settings-changed',
    detail: isOn ? 'switched-on' : 'switched-off',
    object: what,
  }),
  'site.renamed': ({ name }) => ({ kind: 'settings-changed', detail: 'site-name', object: name }),
  'site.zone-chosen': ({ zone }) => ({ kind: 'settings-changed', detail: 'site-zone', object: zone }),
}
