// An operator is online while one of his consoles is connected, and reachable while he is online and available to everybody.
// A channel is staffed while one of its members is reachable; its lobby says so.
import { AVAILABILITIES } from './availabilities.ts'
import { operatorId, portraitId } from './ids.ts'
import * as s from './schema.ts'

const availability = s.literal(AVAILABILITIES)

export const presenceCommand = s.variant('type', [s.object({ type: s.literal('availability.set'), availability })])

/** The instants say since when: of a choice that is older than they are it is not known, who is gone has none, nor who does something. */
const operatorPresence = s.object({
  operator: operatorId,
  availability,
  availabilityAt: s.nullable(s.instant()),
  connectedAt: s.nullable(s.instant()),
  /** In none of his consoles he has done anything since then. */
  idleSince: s.nullable(s.instant()).default(null),
})

/** As much of an operator as anybody may know before he has written: what he is called in short, and how he is drawn. */
export const face = s.object({
  name: s.string(),
  initials: s.string(),
  tint: s.int().min(1).max(6),
  portrait: s.optional(portraitId),
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
    /** Somebody of the channel is reachable; `faces`: who, three at most. */
    lobby: s.object({ staffed: s.boolean(), faces: s.array(face).default([]) }),
  },
}

export type Face = s.Infer<typeof face>
export type Presence = s.Infer<typeof operatorPresence>
export type PresenceCommand = s.Infer<typeof presenceCommand>
export type PresenceEvent = s.Infer<typeof presenceEvent>
