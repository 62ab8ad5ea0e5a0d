// The whole chat can be switched off, and each direction in which a conversation begins. What is switched off begins no more; with
// the whole chat nothing more is said either.
import * as s from './schema.ts'

export const DIRECTIONS = ['public-to-operator', 'customer-to-operator', 'operator-to-customer', 'operator-to-operator'] as const
export const SWITCHES = ['chat', ...DIRECTIONS] as const

export const siteSwitch = s.literal(SWITCHES)
export const switchedOff = s.object({ what: siteSwitch, since: s.instant() })

/** What visitors are told: whether they may begin a conversation, and where not, whether they may go on in one. */
export const begins = s.literal(['yes', 'not-now', 'off'])

export type Direction = (typeof DIRECTIONS)[number]
export type SiteSwitch = s.Infer<typeof siteSwitch>
export type SwitchedOff = s.Infer<typeof switchedOff>
export type Begins = s.Infer<typeof begins>
