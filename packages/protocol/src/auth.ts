// Operators have an account, a role and sessions. Signing in, setting up and accepting an invitation are requests over HTTP,
// because their answer is a cookie; what an operator does to accounts and sessions afterwards are commands. A session that
// ends takes its sockets with it (close code 4403), and so does the withdrawal of an account (4405). One of an account that lacks the
// second factor which is demanded of its role ends its sockets too: it may do nothing but set one up (GET /api/start says so).
import { channelId, invitationId, operatorId, sessionId } from './ids.ts'
import { EMAIL_CODE_POINTS_MAX, NAME_CODE_POINTS_MAX } from './limits.ts'
import { heldRight, right, roleWithRights } from './rights.ts'
import * as s from './schema.ts'
import type { ViewOf } from './views.ts'

const PASSWORD_CODE_POINTS_MIN = 10
const PASSWORD_CODE_POINTS_MAX = 200
const CODE_LENGTH_MAX = 40

export const role = s.literal(['owner', 'administrator', 'supervisor', 'operator'])
/** In which the console speaks, and mails are written. */
export const language = s.literal(['en', 'fr'])
/** Of whom a second factor is demanded; each includes those before it. */
export const demanded = s.literal(['nobody', 'owners', 'administrators', 'everybody'])

export const authCommand = s.variant('type', [
  s.object({ type: s.literal('session.revoke'), session: sessionId }),
  s.object({ type: s.literal('session.revoke-others') }),
  s.object({ type: s.literal('operator.revoke'), operator: operatorId }),
  // Of one that was revoked: he comes back as he was, with his password and his channels.
  s.object({ type: s.literal('operator.restore'), operator: operatorId }),
  s.object({ type: s.literal('operator.change-role'), operator: operatorId, role }),
  // Of everybody in this role, from now on.
  s.object({ type: s.literal('right.set'), role: roleWithRights, right, isHeld: s.boolean() }),
  s.object({ type: s.literal('invitation.cancel'), invitation: invitationId }),
  s.object({ type: s.literal('second-factor.demand'), of: demanded }),
  s.object({ type: s.literal('operator.rename'), name: s.said(NAME_CODE_POINTS_MAX) }),
  // null: as the browser says.
  s.object({ type: s.literal('operator.choose-language'), language: s.nullable(language) }),
  // What visitors call him; null: as colleagues do.
  s.object({ type: s.literal('operator.choose-alias'), alias: s.nullable(s.said(NAME_CODE_POINTS_MAX)) }),
])

export const colleague = s.object({ id: operatorId, name: s.string(), role, joinedAt: s.instant() })
export const me = s.object({
  ...colleague.shape,
  email: s.string(),
  channels: s.array(channelId),
  /** That he has chosen; null: each of his browsers says. */
  language: s.nullable(language),
  /** What visitors call him, where that is not his name. */
  alias: s.nullable(s.string()).default(null),
})

export const authEvent = s.variant('type', [
  // on operator:<id>
  s.object({ type: s.literal('me.changed'), me }),
  s.object({ type: s.literal('role.changed'), role }),
  s.object({ type: s.literal('sessions.changed') }),
  // on settings
  s.object({ type: s.literal('colleague.changed'), colleague }),
  s.object({ type: s.literal('colleague.gone'), operator: operatorId }),
])

const password = s
  .text(PASSWORD_CODE_POINTS_MAX)
  .refine((value) => Array.from(value).length >= PASSWORD_CODE_POINTS_MIN, `fewer than ${PASSWORD_CODE_POINTS_MIN} characters`)
const secret = s.shaped(/^[\w-]{20,100}$/, 100)
const current = s.text(PASSWORD_CODE_POINTS_MAX)
const email = s.email(EMAIL_CODE_POINTS_MAX, { needsDot: false })
const account = { name: s.said(NAME_CODE_POINTS_MAX), email, password }
/** Six digits of an authenticator, or a recovery code. */
const code = s.text(CODE_LENGTH_MAX)

/** POST /api/setup */
export const setupBody = s.object({
  ...account,
  token: secret,
  siteName: s.said(NAME_CODE_POINTS_MAX),
  colour: s.shaped(/^#[0-9a-f]{6}$/, 7),
  /** Where the owner is: the zone that makes the site's days. */
  zone: s.optional(s.text(60)),
})
/** POST /api/setup/look */
export const lookAtSetupBody = s.object({ token: secret })
/** POST /api/session */
export const signInBody = s.object({
  email: s.text(EMAIL_CODE_POINTS_MAX),
  password: current,
  // Asked for by `code-needed`, which only the right password gets.
  code: s.optional(code),
  /** Stay signed in on this device, for 30 days. */
  stays: s.optional(s.boolean()),
})
/** POST /api/account/password */
export const changePasswordBody = s.object({ current, password })
/** POST /api/account/email */
export const changeEmailBody = s.object({ current, email })
/** POST /api/account/second-factor */
export const beginSecondFactorBody = s.object({ current })
/** POST /api/account/second-factor/confirm */
export const confirmSecondFactorBody = s.object({ code })
/** POST /api/account/second-factor/codes, and DELETE /api/account/second-factor */
export const secondFactorBody = s.object({ current, code })
/** POST /api/operators/:id/reset */
export const offerResetBody = s.object({ clears: s.literal(['nothing', 'second-factor']) })
/** POST /api/reset/look */
export const lookAtResetBody = s.object({ token: secret })
/** POST /api/reset */
export const resetBody = s.object({ token: secret, password })
/** What no mailbox is called would end the address, or begin another header. */
const mailAddress = s.shaped(/^[^\s<>()[\],;:"\\@]+@[^\s<>()[\],;:"\\@]+$/, EMAIL_CODE_POINTS_MAX)

/** POST /api/operators/:id/reset-mail: the link goes to the account's own address. */
export const mailResetBody = s.object({ ...offerResetBody.shape, locale: language })

/** POST /api/invitations */
export const inviteBody = s.object({
  role: s.literal(['administrator', 'supervisor', 'operator']),
  channels: s.array(channelId).max(100),
})
/** POST /api/invitations/mail: the link goes to that address alone. */
export const mailInvitationBody = s.object({ ...inviteBody.shape, email: mailAddress, locale: language })
/** POST /api/invitations/find. By POST: a secret in a path would stand in logs. */
export const findInvitationBody = s.object({ token: secret })
/** POST /api/invitations/accept */
export const acceptInvitationBody = s.object({ ...account, token: secret })

/** Of whoever has just signed in; the cookie comes with it. */
export const signedIn = s.object({ operator: operatorId })
/** What an authenticator keeps: told once. */
export const newSecret = s.object({ secret: s.string(), uri: s.string() })
/** Told once. */
export const recoveryCodes = s.object({ codes: s.array(s.string()) })
/** Good for whoever has it, once, until it expires. */
export const madeLink = s.object({ link: s.string(), expiresAt: s.instant() })
export const mailedLink = s.object({ expiresAt: s.instant() })
/** Whose account a link of reset is for. */
export const resetAccount = s.object({ email: s.string() })
/** POST /api/invitations/find */
export const foundInvitation = s.object({ siteName: s.string(), role })

/** GET /api/sessions; `before` is the last of the page before */
export const sessionsQuery = s.object({ before: s.optional(sessionId) })
/** GET /api/invitations */
export const invitationsQuery = s.object({ before: s.optional(invitationId) })

/** One row of GET /api/sessions */
export const sessionRow = s.object({
  id: sessionId,
  startedAt: s.instant(),
  expiresAt: s.instant(),
  device: s.string(),
  current: s.boolean(),
})
export const sessionsPage = s.object({ sessions: s.array(sessionRow), more: s.boolean() })

/** One row of GET /api/invitations. It ends with the right of whoever made it. */
export const invitationRow = s.object({
  id: invitationId,
  by: s.object({ id: operatorId, name: s.string() }),
  role,
  channels: s.array(channelId),
  /** Where it was sent to; null where its link was copied. */
  email: s.nullable(s.string()),
  madeAt: s.instant(),
  expiresAt: s.instant(),
  state: s.literal(['open', 'accepted', 'cancelled', 'ended', 'expired']),
})
export const invitationsPage = s.object({ invitations: s.array(invitationRow), more: s.boolean() })

/** GET /api/operators/withdrawn: accounts that were deactivated, the last first. */
export const withdrawnAnswer = s.object({
  operators: s.array(s.object({ ...colleague.shape, email: s.string(), withdrawnAt: s.instant() })),
})

/** GET /api/account: one's own second factor, and of whom the site demands one. */
export const accountView = s.object({
  secondFactor: s.variant('state', [
    s.object({ state: s.literal('off') }),
    s.object({ state: s.literal('on'), since: s.instant(), codesLeft: s.int() }),
  ]),
  demanded,
})

/** GET /api/start: what the console must know before it draws anything. */
export const start = s.object({
  needsSetup: s.boolean(),
  siteName: s.string(),
  // What links begin with; null where nobody has said by which address people reach the server.
  publicUrl: s.nullable(s.string()),
  /** Whether the server sends mails. */
  sendsMail: s.boolean(),
  signedIn: s.nullable(operatorId),
  /** Whoever is signed in must set up his second factor before anything else. */
  lacksSecondFactor: s.boolean(),
  // Told to administrators who come by way of a proxy that the server does not trust.
  untrustedProxy: s.nullable(s.string()),
})

export const auth = {
  command: authCommand,
  event: authEvent,
  parts: {
    operator: s.object({ me }),
    /** `rights`: of each role but the owners', who have all. */
    settings: s.object({ colleagues: s.array(colleague), rights: s.array(heldRight).default([]) }),
  },
}

export type Role = s.Infer<typeof role>
export type Demanded = s.Infer<typeof demanded>
export type AuthCommand = s.Infer<typeof authCommand>
export type AuthEvent = s.Infer<typeof authEvent>
export type Colleague = s.Infer<typeof colleague>
export type Me = s.Infer<typeof me>
export type SessionRowView = s.Infer<typeof sessionRow>
export type InvitationRowView = s.Infer<typeof invitationRow>
export type WithdrawnAnswer = s.Infer<typeof withdrawnAnswer>
export type AccountView = s.Infer<typeof accountView>
export type OperatorView = ViewOf['operator']
export type SignedIn = s.Infer<typeof signedIn>
export type Start = s.Infer<typeof start>
