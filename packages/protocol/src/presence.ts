// An operator is online while one of his consoles is connected, and reachable while he is online and available to everybody.
// A channel is staffed while one of its members is reachable; its lobby says so. That he is connected and that he is logged in are two
// facts: a console that is closed ends no session.
import { AVAILABILITIES } from './availabilities.ts'
import { operatorId, portraitId } from './ids.ts'
import * as s from './schema.ts'

const availability = s.literal(AVAILABILITIES)

const MINUTE_MS = 60_000
const AWAY_MS_MAX = 8 * 60 * MINUTE_MS
const AWAY_MS_DEFAULT = 5 * MINUTE_MS
const awayMs = s.int().min(MINUTE_MS).max(AWAY_MS_MAX)

/** What holds for all of the site. */
const presenceRules = s.object({
  /** Who signs in at "everybody" is there for colleagues only, until he says otherwise. */
  lowersAtSignIn: s.boolean(),
  /** Who is not there for everybody is told so with each page that he opens. */
  repeatsNotice: s.boolean(),
  /** Who has done nothing for longer is away: operators, and visitors. */
  operatorAwayMs: awayMs,
  visitorAwayMs: awayMs,
})
const RULES_DEFAULT = {
  lowersAtSignIn: false,
  repeatsNotice: false,
  operatorAwayMs: AWAY_MS_DEFAULT,
  visitorAwayMs: AWAY_MS_DEFAULT,
}

export const presenceCommand = s.variant('type', [
  s.object({ type: s.literal('availability.set'), availability }),
  // What is left out stays.
  s.object({
    type: s.literal('presence.configure'),
    lowersAtSignIn: s.optional(s.boolean()),
    repeatsNotice: s.optional(s.boolean()),
    operatorAwayMs: s.optional(awayMs),
    visitorAwayMs: s.optional(awayMs),
  }),
])

/** The instants say since when: of a choice that is older than they are it is not known, who is gone has none, nor who does something. */
const operatorPresence = s.object({
  operator: operatorId,
  availability,
  availabilityAt: s.nullable(s.instant()),
  connectedAt: s.nullable(s.instant()),
  /** When the last of his sessions ends, if nobody ends it before; it may have ended by now. null: he has none. */
  loggedInUntil: s.nullable(s.instant()).default(null),
  /** His sign-in has lowered his availability then, and he has not chosen since. */
  loweredAt: s.nullable(s.instant()).default(null),
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
    settings: s.object({ presences: s.array(operatorPresence), presenceRules: presenceRules.default(RULES_DEFAULT) }),
    /** Somebody of the channel is reachable; `faces`: who, three at most. */
    lobby: s.object({ staffed: s.boolean(), faces: s.array(face).default([]) }),
  },
}

export type Face = s.Infer<typeof face>
export type Presence = s.Infer<typeof operatorPresence>
export type PresenceRules = s.Infer<typeof presenceRules>
export type PresenceCommand = s.Infer<typeof presenceCommand>
export type PresenceEvent = s.Infer<typeof presenceEvent>
