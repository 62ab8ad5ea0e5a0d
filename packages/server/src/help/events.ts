import type { Staff } from '@portico/protocol/conversations'
import type { HelpCommand as PublicCommand, Status, Wanted } from '@portico/protocol/help'
import type { ConversationId, LabelId, OperatorId } from '@portico/protocol/ids'
import type { Conversation } from '../conversations/conversation.ts'
import type { Helper } from './standing.ts'

type InternalCommand = { type: 'help.settle'; conversation: ConversationId; joined: OperatorId | null }

export type HelpCommand = PublicCommand | InternalCommand

export type HelpEvent =
  /** `wanted`: how all are told of it, where it looks for help; `wasWanted`: they were told before. */
  | {
      type: 'status.set'
      conversation: Conversation
      status: Status
      by: Staff
      excerpt: string
      wanted: Wanted | null
      wasWanted: boolean
    }
  /** `helping` are all in which he helps then; null where he is in its channel and has simply joined. */
  | {
      type: 'help.answered'
      conversation: Conversation
      operator: Staff
      helping: readonly ConversationId[] | null
      at: number
    }
  /** It does not run any more; `status` is as it was. */
  | { type: 'help.ended'; conversation: Conversation; status: Status; helpers: readonly Helper[] }
  | {
      type: 'conversation.labelled'
      conversation: Conversation
      labels: readonly LabelId[]
      added: LabelId | null
      removed: LabelId | null
      wanted: Wanted | null
      at: number
    }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    help: InternalCommand
  }
  interface Events {
    help: HelpEvent
  }
}
