import type { AbsencesCommand as PublicCommand } from '@portico/protocol/absences'
import type { ConversationId, OperatorId } from '@portico/protocol/ids'

/** A request has come to a channel; who is to be told is decided then. */
type InternalCommand = { type: 'absence.mail'; conversation: ConversationId }

export type AbsencesCommand = PublicCommand | InternalCommand

export type AbsencesEvent =
  | { type: 'absence-mails.set'; operator: OperatorId; on: boolean }
  | { type: 'absence.mailed'; conversation: ConversationId; operators: readonly OperatorId[]; at: number }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    absences: InternalCommand
  }
  interface Events {
    absences: AbsencesEvent
  }
}
