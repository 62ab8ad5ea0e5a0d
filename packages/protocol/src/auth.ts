// Operators have an account, a role and sessions. Signing in, setting up and accepting an invitation are requests over HTTP,
// because their answer is a cookie; what an operator does to accounts and sessions afterwards are commands. A session that
// ends takes its sockets with it (close code 4403), and so does the withdrawal of an account (4405).
import { channelId, operatorId, sessionId } from './ids.ts'
import { EMAIL_CODE_POINTS_MAX, NAME_CODE_POINTS_MAX } from './limits.ts'
import * as s from './schema.ts'

const PASSWORD_CODE_POINTS_MIN = 10
const PASSWORD_CODE_POINTS_MAX = 200

export const role = s.literal(['owner', 'administrator', 'operator'])

export const authCommand = s.variant('type', [
  s.object({ type: s.literal('session.revoke'), session: sessionId }),
  s.object({ type: s.literal('operator.revoke'), operator: operatorId }),
  s.object({ type: s.literal('operator.rename'), name: s.said(NAME_CODE_POINTS_MAX) }),
])

export const colleague = s.object({ id: operatorId, name: s.string(), role, joinedAt: s.instant() })
export const me = s.object({ ...colleague.shape, email: s.string(), channels: s.array(channelId) })

export const authEvent = s.variant('type', [
  // on operator:<id>
  s.object({ type: s.literal('me.changed'), me }),
  s.object({ type: s.literal('sessions.changed') }),
  // on settings
  s.object({ type: s.literal('colleague.changed'), colleague }),
  s.object({ type: s.literal('colleague.gone'), operator: operatorId }),
])

const password = s
  .text(PASSWORD_CODE_POINTS_MAX)
  .refine((value) => Array.from(value).length >= PASSWORD_CODE_POINTS_MIN, `fewer than ${PASSWORD_CODE_POINTS_MIN} characters`)
const account = {
  name: s.said(NAME_CODE_POINTS_MAX),
  email: s.email(EMAIL_CODE_POINTS_MAX, { needsDot: false }),
  password,
}
const secret = s.shaped(/^[\w-]{20,100}$/, 100)

/** POST /api/setup */
export const setupBody = s.object({
  ...account,
  token: secret,
  siteName: s.said(NAME_CODE_POINTS_MAX),
  colour: s.shaped(/^#[0-9a-f]{6}$/, 7),
})
/** POST /api/session */
export const signInBody = s.object({ email: s.text(EMAIL_CODE_POINTS_MAX), password: s.text(PASSWORD_CODE_POINTS_MAX) })
/** POST /api/invitations, answered with {link, expiresAt} */
export const inviteBody = s.object({ role: s.literal(['administrator', 'operator']), channels: s.array(channelId).max(100) })
/** POST /api/invitations/find, answered with {siteName, role}. By POST: a secret in a path would stand in logs. */
export const findInvitationBody = s.object({ token: secret })
/** POST /api/invitations/accept */
export const acceptInvitationBody = s.object({ ...account, token: secret })

/** One row of GET /api/sessions */
export const sessionRow = s.object({
  id: sessionId,
  startedAt: s.instant(),
  expiresAt: s.instant(),
  device: s.string(),
  current: s.boolean(),
})

/** GET /api/start: what the console must know before it draws anything. */
export const start = s.object({
  needsSetup: s.boolean(),
  siteName: s.string(),
  // What links begin with; null where nobody has said by which address people reach the server.
  publicOrigin: s.nullable(s.string()),
  signedIn: s.nullable(operatorId),
  // Told to administrators who come by way of a proxy that the server does not trust.
  untrustedProxy: s.nullable(s.string()),
})

export type Role = s.Infer<typeof role>
export type AuthCommand = s.Infer<typeof authCommand>
export type AuthEvent = s.Infer<typeof authEvent>
export type Colleague = s.Infer<typeof colleague>
export type Me = s.Infer<typeof me>
export type SessionRowView = s.Infer<typeof sessionRow>
export type Start = s.Infer<typeof start>
