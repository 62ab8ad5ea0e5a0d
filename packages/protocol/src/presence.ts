// An operator is online while one of his consoles is connected, and reachable while he is online and has not switched
// availability off. A channel is staffed while one of its members is reachable; its lobby says so.
import { operatorId } from './ids.ts'
import * as s from './schema.ts'

export const presenceCommand = s.variant('type', [s.object({ type: s.literal('availability.set'), available: s.boolean() })])

/** Both nullable instants say since when. */
const operatorPresence = s.object({
  operator: operatorId,
  availableAt: s.nullable(s.instant()),
  connectedAt: s.nullable(s.instant()),
})

export const presenceEvent = s.variant('type', [
  // on settings
  s.object({ type: s.literal('presence.changed'), presence: operatorPresence }),
])

export const presence = {
  command: presenceCommand,
  event: presenceEvent,
  parts: {
    settings: s.object({ presences: s.array(operatorPresence) }),
    /** Somebody of the channel is reachable. */
    lobby: s.object({ staffed: s.boolean() }),
  },
}

export type Presence = s.Infer<typeof operatorPresence>
export type PresenceCommand = s.Infer<typeof presenceCommand>
export type PresenceEvent = s.Infer<typeof presenceEvent>
