import type { OperatorId, PortraitId } from '@portico/protocol/ids'
import type { PortraitsCommand as PublicCommand } from '@portico/protocol/portraits'

/** `picture` is a WebP in base64: a few KB, so it lies with the rows and is saved and restored with them. */
type InternalCommand = { type: 'portrait.hang'; portrait: PortraitId; picture: string }

export type Portrait = { operator: OperatorId; portrait: PortraitId }
export type PortraitCommand = PublicCommand | InternalCommand

/** `all` are those that there are afterwards. */
export type PortraitEvent =
  | ({ type: 'portrait.hung'; picture: string; at: number; all: readonly Portrait[] } & Portrait)
  | { type: 'portrait.removed'; operator: OperatorId; all: readonly Portrait[] }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    portraits: InternalCommand
  }
  interface Events {
    portraits: PortraitEvent
  }
}
