import { atHand } from '../platform/db/at-hand.ts'
import type { Conversation } from './conversation.ts'

const CONVERSATIONS_MAX = 10_000

/** Those that the thread that writes has just had to do with: most messages are written where the last one was. */
export const conversationsAtHand = atHand<Conversation>({ max: CONVERSATIONS_MAX })
