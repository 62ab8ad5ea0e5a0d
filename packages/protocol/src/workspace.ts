// The site that owns this installation: its name, and which channels there are.
import { channelId, operatorId } from './ids.ts'
import { NAME_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'
import { colleague } from './auth.ts'
import { presence } from './presence.ts'

export const workspaceCommand = s.variant('type', [
  s.object({ type: s.literal('site.rename'), name: s.said(NAME_CODE_POINTS_MAX) }),
])

const channelName = s.object({ id: channelId, name: s.string() })

export const workspaceEvent = s.variant('type', [
  // on settings
  s.object({ type: s.literal('site.renamed'), name: s.string() }),
  s.object({ type: s.literal('channel.listed'), channel: channelName }),
])

/** The view of topic `settings`: what every operator may know of the installation. */
export const settingsView = s.object({
  siteName: s.string(),
  channels: s.array(channelName),
  colleagues: s.array(colleague),
  presences: s.array(presence),
  /** Who is a member of which channel, sorted by channel and operator. */
  members: s.array(s.object({ channel: channelId, operator: operatorId })),
})

export type WorkspaceCommand = s.Infer<typeof workspaceCommand>
export type WorkspaceEvent = s.Infer<typeof workspaceEvent>
export type SettingsView = s.Infer<typeof settingsView>
