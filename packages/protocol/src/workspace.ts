// The site that owns this installation: its name, and which channels there are.
import { NAME_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'
import type { ViewOf } from './views.ts'

export const workspaceCommand = s.variant('type', [
  s.object({ type: s.literal('site.rename'), name: s.said(NAME_CODE_POINTS_MAX) }),
])

export const workspace = {
  command: workspaceCommand,
  parts: { settings: s.object({ siteName: s.string() }), lobby: s.object({ siteName: s.string() }) },
}

export type WorkspaceCommand = s.Infer<typeof workspaceCommand>
export type SettingsView = ViewOf['settings']
