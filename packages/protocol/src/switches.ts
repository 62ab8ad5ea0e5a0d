// The whole chat can be switched off, and each direction in which a conversation begins. What is switched off begins no more; with
// the whole chat nothing more is said either.
import * as s from './schema.ts'

export const DIRECTIONS = ['public-to-operator', 'customer-to-operator', 'operator-to-customer', 'operator-to-operator'] as const
export const SWITCHES = ['chat', ...DIRECTIONS] as const

export const siteSwitch = s.literal(SWITCHES)
export const switchedOff = s.object({ what: siteSwitch, since: s.instant() })

/** What visitors are told: that none begins a conversation, or that nothing is said at all; null where all is on. */
export const shut = s.nullable(s.literal(['not-now', 'off']))

export type Direction = (typeof DIRECTIONS)[number]
export type SiteSwitch = s.Infer<typeof siteSwitch>
export type SwitchedOff = s.Infer<typeof switchedOff>
export type Shut = s.Infer<typeof shut>
