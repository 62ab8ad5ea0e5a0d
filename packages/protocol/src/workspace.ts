// The site that owns this installation: its name, the zone that makes its days, and what of the chat is switched on.
import { NAME_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'
import { shut, siteSwitch, switchedOff } from './switches.ts'
import type { ViewOf } from './views.ts'

export const workspaceCommand = s.variant('type', [
  s.object({ type: s.literal('site.rename'), name: s.said(NAME_CODE_POINTS_MAX) }),
  // An IANA name; any other is `invalid`.
  s.object({ type: s.literal('site.choose-zone'), zone: s.text(60) }),
  s.object({ type: s.literal('site.switch'), what: siteSwitch, isOn: s.boolean() }),
])

export const workspace = {
  command: workspaceCommand,
  parts: {
    settings: s.object({
      siteName: s.string(),
      siteZone: s.string().default('UTC'),
      switchedOff: s.array(switchedOff).default([]),
    }),
    lobby: s.object({ siteName: s.string(), shut: shut.default(null) }),
  },
}

export type WorkspaceCommand = s.Infer<typeof workspaceCommand>
export type SettingsView = ViewOf['settings']
