import type { ChannelId, ConversationId, OperatorId } from '@portico/protocol/ids'
import type { ThanksCommand as PublicCommand } from '@portico/protocol/thanks'

type InternalCommand = { type: 'thanks.forget'; conversation: ConversationId }
export type ThanksCommand = PublicCommand | InternalCommand

type Thanked = { conversation: ConversationId; channel: ChannelId }
export type ThanksEvent =
  | ({ type: 'thanks.given'; operators: readonly OperatorId[]; at: number } & Thanked)
  | ({ type: 'thanks.forgotten' } & Thanked)

declare module '../platform/capability.ts' {
  interface InternalCommands {
    thanks: InternalCommand
  }
  interface Events {
    thanks: ThanksEvent
  }
}
