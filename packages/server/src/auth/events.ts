import type { AuthCommand as PublicCommand, Colleague, Me, Role } from '@portico/protocol/auth'
import type { ChannelId, OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import type { NewAccount } from './account.ts'

/** What somebody shows to come in; and what is limited, so that he has to wait. */
export type Proof = 'password' | 'code' | 'recovery-code' | 'link'
export type Wait = 'sign-in' | 'accounts'

/** Sent by routes and by main.ts alone: none of them crosses the wire. */
type InternalCommand =
  | { type: 'setup.offer'; tokenHash: string }
  | ({ type: 'owner.create'; tokenHash: string } & NewAccount)
  | { type: 'operator.invite'; tokenHash: string; role: Role; channels: readonly ChannelId[]; by: OperatorId }
  | ({ type: 'operator.join'; tokenHash: string } & NewAccount)
  | { type: 'session.start'; session: SessionId; operator: OperatorId; tokenHash: string; device: string }
  /** What happens at the door without a change: for the log of security alone. */
  | { type: 'proof.refuse'; proof: Proof; operator?: OperatorId | undefined }
  | { type: 'wait.note'; wait: Wait; operator?: OperatorId | undefined }
  | { type: 'visitor.recognise'; visitor: VisitorId; tokenHash: string }

export type AuthCommand = PublicCommand | InternalCommand

export type AuthEvent =
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
      tokenHash: string
      role: Role
      channels: readonly ChannelId[]
      by: OperatorId
      at: number
      expiresAt: number
    }
  | { type: 'invitation.accepted'; tokenHash: string; at: number }
  | { type: 'operator.renamed'; me: Me }
  | { type: 'operator.revoked'; operator: OperatorId; at: number }
  | {
      type: 'session.started'
      session: SessionId
      operator: OperatorId
      tokenHash: string
      device: string
      at: number
      expiresAt: number
    }
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
