import type { Event } from '@portico/protocol'
import type { MembershipEvent } from '@portico/protocol/membership'
import type { PartEvent } from '@portico/protocol/part'
import * as others from './apply.ts'
import * as ofVisitors from './visitor-steps.ts'
import { applierOf } from './applier.ts'

/** One step of the view of any topic: what the server proves itself right with. */
export const applyEvent = /* @__PURE__ */ applierOf(ofVisitors, others)

/** Events that may leave a view as it was, each with its reason; any other that does is a mistake of the server's. */
export const MAY_CHANGE_NOTHING: Partial<Record<Event['type'] | `part.set ${string}`, string>> = {
  'part.set staffed': 'whoever comes or goes, it is reckoned anew',
  'part.set faces': 'the same',
  'part.set customer': 'it is told after it is so: a view that was read between knows it already',
  'sessions.changed': 'they are asked for by request',
  'topic.joined': 'the session follows it',
  'topic.left': 'the session follows it',
}

// Fails to compile while the protocol has an event that is no part, that the session does not follow and that no step knows.
type Steps = typeof ofVisitors & typeof others
type Stepped = { [S in keyof Steps]: { [K in keyof Steps[S]]: keyof Steps[S][K] }[keyof Steps[S]] }[keyof Steps]
type Unknown = Exclude<Event['type'], Stepped | PartEvent['type'] | MembershipEvent['type']>
true satisfies [Unknown] extends [never] ? true : Unknown
