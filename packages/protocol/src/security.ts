// The log of security: what happened to accounts, sessions and settings, who did it and from where. Nobody changes it; it is read
// by administrators, over HTTP (GET /api/security). It holds ids, codes and names of things, never a secret.
import { operatorId } from './ids.ts'
import * as s from './schema.ts'

export const SECURITY_KINDS = [
  'set-up',
  'signed-in',
  'sign-in-failed',
  'wait',
  'session-ended',
  'role-changed',
  'invitation-made',
  'invitation-accepted',
  'invitation-cancelled',
  'operator-withdrawn',
  'operator-restored',
  'account-changed',
  'settings-changed',
  'customer-changed',
  'restored',
] as const

/** What of it: which proof was wrong, which wait was reached, which part of an account or a setting was changed. */
export const SECURITY_DETAILS = [
  'password',
  'code',
  'recovery-code',
  'link',
  'sign-in',
  'accounts',
  'signed-out',
  'elsewhere',
  'name',
  'email',
  'second-factor-on',
  'second-factor-off',
  'recovery-codes',
  'reset-link-made',
  'reset-link-printed',
  'reset-link-used',
  'site-name',
  'site-zone',
  'channel-made',
  'channel-options',
  'member-added',
  'member-removed',
  'switched-on',
  'switched-off',
  'right-given',
  'right-taken',
  'channel-archived',
  'channel-restored',
  'level-owner',
  'level-participant',
  'level-observer',
  'level-none',
  'team-made',
  'team-renamed',
  'team-removed',
  'team-member-added',
  'team-member-removed',
  'second-factor-demanded',
  'identity-key-made',
  'identity-key-ended',
  'customer-logged-out',
  'visitor-unlinked',
] as const

export const securityKind = s.literal(SECURITY_KINDS)

/** As it is kept. `by` is null where it was the server, or nobody knows who. */
export const securityRow = s.object({
  id: s.string(),
  at: s.instant(),
  kind: securityKind,
  detail: s.nullable(s.literal(SECURITY_DETAILS)),
  by: s.nullable(operatorId),
  about: s.nullable(operatorId),
  /** A role, the id of a channel, a name. */
  object: s.nullable(s.string()),
  /** An IPv4 address, or the /64 of an IPv6 address. */
  address: s.nullable(s.string()),
  device: s.nullable(s.string()),
  /** How many alike ones of one minute the row stands for. */
  count: s.int().min(1),
})

const person = s.object({ id: operatorId, name: s.string() })

/** One row of GET /api/security: with the names of those who are or were here. */
export const securityRowView = s.object({ ...securityRow.shape, by: s.nullable(person), about: s.nullable(person) })

/** GET /api/security, newest first, and GET /api/security.csv. */
export const securityQuery = s.object({
  kind: s.optional(securityKind),
  /** Whose act it was, or whose account it was about. */
  person: s.optional(operatorId),
  before: s.optional(s.id('SecurityRowId')),
})

/** `people` are all who ever had an account; they come with the first page. */
export const securityPage = s.object({
  rows: s.array(securityRowView),
  next: s.nullable(s.string()),
  people: s.array(person),
})

export type SecurityKind = (typeof SECURITY_KINDS)[number]
export type SecurityDetail = (typeof SECURITY_DETAILS)[number]
export type SecurityRow = s.Infer<typeof securityRow>
export type SecurityRowView = s.Infer<typeof securityRowView>
export type SecurityQuery = s.Infer<typeof securityQuery>
export type SecurityPage = s.Infer<typeof securityPage>
