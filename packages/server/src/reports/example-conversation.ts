import { channelId, conversationId, operatorId, visitorId } from '@portico/protocol/ids'
import type { Author, ConversationFacts } from './conversation-facts.ts'

export const vera: Author = { kind: 'visitor', id: visitorId.parse('vera') }
export const ann = { kind: 'operator', id: operatorId.parse('ann') } satisfies Author
export const bob = { kind: 'operator', id: operatorId.parse('bob') } satisfies Author
export const carl = { kind: 'operator', id: operatorId.parse('carl') } satisfies Author
export const bot: Author = { kind: 'bot', id: 'welcome' }

/** Wednesday, 10:00 in Berlin. */
export const TEN = Date.UTC(2025, 0, 15, 9)

/** So many seconds after ten. */
export function after(seconds: number): number {
  return TEN + seconds * 1000
}

/** For tests: Vera's conversation on the channel Sales, created at ten, empty and running, with what a test changes. */
export function conversation(change: Partial<ConversationFacts> = {}): ConversationFacts {
  return {
    id: conversationId.parse('c1'),
    channel: { id: channelId.parse('sales'), name: 'Sales' },
    visitor: { id: visitorId.parse('vera'), customer: null, operator: null },
    createdAt: TEN,
    endedAt: null,
    participants: [],
    messages: [],
    unavailableAt: [],
    calls: [],
    answers: [],
    rating: null,
    convertedAt: null,
    ...change,
  }
}

export function said(author: Author, seconds: number): ConversationFacts['messages'][number] {
  return { author, at: after(seconds) }
}

export function joined(author: Author, seconds: number): ConversationFacts['participants'][number] {
  return { author, joinedAt: after(seconds) }
}
