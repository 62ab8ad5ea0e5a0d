import type { AuthCommand as PublicCommand, Colleague, Demanded, Me, Role } from '@portico/protocol/auth'
import type { Right, RoleWithRights } from '@portico/protocol/rights'
import type { ChannelId, InvitationId, OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import type { NewAccount } from './account.ts'
import type { Ending } from './invitation.ts'
import type { MailLocale } from './mail-locale.ts'
import type { ResetMail } from './mails.ts'
import type { Reset } from './reset.ts'
import type { Shown } from './second-factor.ts'
import type { TRIES } from './tries.ts'

/** The session that a route was asked with: what it asks for is done only while that one lasts. */
type Own = { operator: OperatorId; session: SessionId }

type NewSession = {
  session: SessionId
  operator: OperatorId
  tokenHash: string
  device: string
  /** In which its person reads. */
  locale?: MailLocale
  /** The device that signs in, as it will be known. */
  deviceHash?: string
  /** Of an account with a second factor. */
  shown?: Shown
  stays?: true
}

/** What somebody shows to come in; and what is limitHits, so that he has to wait. */
export type Proof = 'password' | 'code' | 'recovery-code' | 'link'
export type Wait = 'sign-in' | 'accounts'

/** Sent by routes, by main.ts and at the terminal: none of them crosses the wire. */
type InternalCommand =
  | { type: 'setup.offer'; tokenHash: string }
  | ({ type: 'owner.create'; tokenHash: string } & NewAccount)
  | { type: 'operator.invite'; tokenHash: string; role: Role; channels: readonly ChannelId[]; by: OperatorId }
  | { type: 'invitation.mail'; tokenHash: string; role: Role; channels: readonly ChannelId[]; email: string; locale: MailLocale }
  | { type: 'invitation.mint'; invitation: InvitationId; tokenHash: string }
  | ({ type: 'operator.join'; tokenHash: string } & NewAccount)
  | ({ type: 'session.start' } & NewSession)
  | { type: 'try.take'; key: string; from: keyof typeof TRIES }
  | { type: 'try.give-back'; key: string }
  | { type: 'try.forget'; keys: readonly string[] }
  | { type: 'password.change'; passwordHash: string }
  | { type: 'email.change'; email: string }
  | { type: 'reset.offer'; operator: OperatorId; tokenHash: string; clears: Reset['clears'] }
  | { type: 'reset.print'; operator: OperatorId; tokenHash: string; clears: Reset['clears'] }
  | ({ type: 'reset.mail' } & Omit<ResetMail, 'by'>)
  | ({ type: 'reset.mint'; tokenHash: string } & Omit<ResetMail, 'locale'>)
  | { type: 'reset.use'; tokenHash: string; passwordHash: string }
  | ({ type: 'second-factor.begin'; secret: string } & Own)
  | ({ type: 'second-factor.confirm'; secret: string; step: number; codeHashes: readonly string[] } & Own)
  | { type: 'second-factor.remove'; shown: Shown }
  | { type: 'recovery-codes.renew'; shown: Shown; codeHashes: readonly string[] }
  /** What happens at the door without a change: for the log of security alone. */
  | { type: 'proof.refuse'; proof: Proof; operator?: OperatorId | undefined }
  | { type: 'wait.note'; wait: Wait; operator?: OperatorId | undefined }
  | { type: 'visitor.recognise'; visitor: VisitorId; tokenHash: string }

export type AuthCommand = PublicCommand | InternalCommand

/** What happens to second factors. */
type SecondFactorEvent =
  | { type: 'second-factor.begun'; operator: OperatorId; secret: string; at: number }
  | { type: 'second-factor.confirmed'; operator: OperatorId; step: number; at: number }
  | { type: 'second-factor.removed'; operator: OperatorId; by: OperatorId; at: number }
  | { type: 'second-factor.shown'; operator: OperatorId; step: number }
  | { type: 'recovery-code.used'; operator: OperatorId; codeHash: string; at: number }
  | { type: 'recovery-codes.renewed'; operator: OperatorId; codeHashes: readonly string[] }
  | { type: 'second-factor.demanded'; of: Demanded; lacking: readonly OperatorId[] }

/** What happens to passwords, and to the links that reset them. */
type PasswordEvent =
  | { type: 'password.changed'; operator: OperatorId; session: SessionId; passwordHash: string; at: number }
  | {
      type: 'reset.offered'
      operator: OperatorId
      tokenHash: string
      clears: Reset['clears']
      by: OperatorId
      at: number
      expiresAt: number
    }
  | ({ type: 'reset.mailed'; email: string; at: number } & ResetMail)
  | { type: 'reset.ended'; tokenHash: string; at: number }
  | { type: 'password.reset'; operator: OperatorId; tokenHash: string; passwordHash: string; by: OperatorId; at: number }

export type AuthEvent =
  | SecondFactorEvent
  | PasswordEvent
  | { type: 'try.taken'; key: string; count: number; at: number }
  | { type: 'try.given-back'; key: string }
  | { type: 'tries.forgotten'; keys: readonly string[] }
  | { type: 'setup.offered'; tokenHash: string; at: number }
  | {
      type: 'operator.joined'
      operator: Colleague
      email: string
      passwordHash: string
      channels: readonly ChannelId[]
      by: 'setup' | 'invitation'
      at: number
    }
  | {
      type: 'operator.invited'
      invitation: InvitationId
      tokenHash: string
      role: Role
      channels: readonly ChannelId[]
      by: OperatorId
      at: number
      expiresAt: number
    }
  | { type: 'invitation.mailed'; invitation: InvitationId; email: string; locale: MailLocale; at: number }
  | { type: 'invitation.renewed'; invitation: InvitationId; tokenHash: string }
  | { type: 'invitation.accepted'; tokenHash: string; at: number }
  | { type: 'invitation.ended'; invitation: InvitationId; ending: Ending; at: number }
  | { type: 'operator.renamed'; me: Me }
  | { type: 'language.chosen'; me: Me }
  | { type: 'alias.chosen'; me: Me }
  | { type: 'email.changed'; me: Me }
  | { type: 'role.changed'; operator: Colleague; was: Role }
  /** `rights`: of all roles, as they are then. */
  | {
      type: 'right.set'
      role: RoleWithRights
      right: Right
      isHeld: boolean
      rights: readonly { role: RoleWithRights; right: Right }[]
      at: number
    }
  | { type: 'operator.revoked'; operator: OperatorId; at: number }
  | { type: 'operator.restored'; operator: Colleague }
  | {
      type: 'session.started'
      session: SessionId
      operator: OperatorId
      tokenHash: string
      device: string
      locale?: MailLocale
      deviceHash?: string
      at: number
      expiresAt: number
    }
  | { type: 'sessions.ended'; operator: OperatorId; except: SessionId; at: number }
  | { type: 'session.ended'; session: SessionId; operator: OperatorId; at: number }
  | { type: 'proof.refused'; proof: Proof; operator?: OperatorId | undefined }
  | { type: 'wait.reached'; wait: Wait; operator?: OperatorId | undefined }
  | { type: 'visitor.recognised'; visitor: VisitorId; tokenHash: string; at: number }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    auth: InternalCommand
  }
  interface Events {
    auth: AuthEvent
  }
}
