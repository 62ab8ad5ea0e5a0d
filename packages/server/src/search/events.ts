import type { ConversationId } from '@portico/protocol/ids'

export type SearchCommand =
  /** What they are found by, with what has been said since it was last looked at. */
  { type: 'search.index'; conversations: readonly ConversationId[] }

export type Indexed = {
  conversation: ConversationId
  number: number
  terms: readonly string[]
  /** Up to which line; `isBehind`: there are more. */
  ordinal: number
  isBehind: boolean
}

export type SearchEvent = { type: 'search.indexed'; documents: readonly Indexed[]; at: number }

declare module '../platform/capability.ts' {
  interface InternalCommands {
    search: SearchCommand
  }
  interface Events {
    search: SearchEvent
  }
}
