import type { CannedCommand, CannedSharedWith } from '@portico/protocol/canned'
import type { CannedId, OperatorId } from '@portico/protocol/ids'

/** As it stands in the store. */
export type CannedText = {
  id: CannedId
  version: number
  shortcut: string
  texts: readonly { language: string; text: string }[]
  sharedWith: CannedSharedWith
  by: OperatorId
}

/** `isShown`: it is shared, or was until now. */
export type CannedEvent =
  | { type: 'canned.written'; canned: CannedText; isShown: boolean; at: number }
  | { type: 'canned.removed'; canned: CannedText; isShown: boolean; at: number }
  | { type: 'canned.used'; canned: CannedId; operator: OperatorId; at: number }

export type { CannedCommand }

declare module '../platform/capability.ts' {
  interface Events {
    canned: CannedEvent
  }
}
