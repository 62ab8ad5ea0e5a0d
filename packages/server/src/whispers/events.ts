import type { ConversationId } from '@portico/protocol/ids'
import type { Whisper, WhisperCommand } from '@portico/protocol/whispers'

export type { WhisperCommand }

export type WhisperEvent = { type: 'whisper.said'; conversation: ConversationId; whisper: Whisper }

declare module '../platform/capability.ts' {
  interface Events {
    whispers: WhisperEvent
  }
}
