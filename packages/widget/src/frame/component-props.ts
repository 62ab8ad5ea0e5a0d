import type { Words } from '../messages/words.ts'
import type { Chat } from './chat.ts'
import type { Parts } from './open-parts.tsx'

/** What every component draws from. */
export type ComponentProps = { chat: Chat; words: Words; parts: Parts }
