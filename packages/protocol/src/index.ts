import * as capabilities from './capabilities.ts'
import { membershipEvent } from './membership.ts'
import { configureCommand } from './options.ts'
import { partEvent } from './part.ts'
import * as s from './schema.ts'

const all = Object.values(capabilities)

/** Every command a client may send. */
export const command = s.variant(
  'type',
  s.some([configureCommand, ...all.flatMap((each) => ('command' in each ? [each.command] : []))]),
)

/** Every entry a client may receive on some topic. */
export const event = s.variant(
  'type',
  s.some([membershipEvent, partEvent, ...all.flatMap((each) => ('event' in each ? [each.event] : []))]),
)

export type Command = s.Infer<typeof command>
export type Event = s.Infer<typeof event>
