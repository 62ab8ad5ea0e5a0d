import { authCommand, authEvent } from './auth.ts'
import { channelCommand, channelEvent } from './channels.ts'
import { conversationCommand, conversationEvent } from './conversations.ts'
import { membershipEvent } from './membership.ts'
import { presenceCommand, presenceEvent } from './presence.ts'
import * as s from './schema.ts'
import { workspaceCommand, workspaceEvent } from './workspace.ts'

/** Every command a client may send. */
export const command = s.variant('type', [authCommand, workspaceCommand, channelCommand, presenceCommand, conversationCommand])

/** Every entry a client may receive on some topic. */
export const event = s.variant('type', [
  authEvent,
  workspaceEvent,
  channelEvent,
  presenceEvent,
  conversationEvent,
  membershipEvent,
])

export type Command = s.Infer<typeof command>
export type Event = s.Infer<typeof event>
