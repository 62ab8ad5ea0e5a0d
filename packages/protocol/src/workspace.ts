// The site that owns this installation: its name, the zone that makes its days, and which channels there are.
import { NAME_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'
import type { ViewOf } from './views.ts'

export const workspaceCommand = s.variant('type', [
  s.object({ type: s.literal('site.rename'), name: s.said(NAME_CODE_POINTS_MAX) }),
  // An IANA name; any other is `invalid`.
  s.object({ type: s.literal('site.choose-zone'), zone: s.text(60) }),
])

export const workspace = {
  command: workspaceCommand,
  parts: {
    settings: s.object({ siteName: s.string(), siteZone: s.string().default('UTC') }),
    lobby: s.object({ siteName: s.string() }),
  },
}

export type WorkspaceCommand = s.Infer<typeof workspaceCommand>
export type SettingsView = ViewOf['settings']
