import type { ColleagueCommand as PublicCommand, Invitation, Invited } from '@portico/protocol/colleagues'
import type { Staff } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'

type InternalCommand = { type: 'colleague.settle'; conversation: ConversationId }

export type ColleagueCommand = PublicCommand | InternalCommand

/** `invited`: all who are asked to come to this conversation, after the event. */
type About = { invitation: Invitation; operator: Staff; invited: readonly Invited[]; at: number }

export type ColleagueEvent =
  | ({ type: 'colleague.invited' } & About)
  /** He comes, in the part that he has chosen. */
  | ({ type: 'colleague.joined'; level: Level } & About)
  /** `over`: it has ended, or he sits in it without having answered. */
  | ({ type: 'colleague.uninvited'; how: 'declined' | 'withdrawn' | 'over' } & About)

declare module '../platform/capability.ts' {
  interface InternalCommands {
    colleagues: InternalCommand
  }
  interface Events {
    colleagues: ColleagueEvent
  }
}
