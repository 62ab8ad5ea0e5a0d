import type { VisitorConversation } from '@portico/protocol/conversations'
import { appendLine } from './append-line.ts'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

/** The visitor's side of conversations. */
export const chatSteps = {
  chat: { 'chat.line.added': (view, { line }) => appendLine(view, line) },
  visitor: {
    'visitor.conversation.changed': (view, { conversation, channel, state }) => ({
      ...view,
      conversations: upsert(view.conversations, { conversation, channel, state }, byChannel),
    }),
  },
} satisfies Steps

const byChannel = {
  key: (one: VisitorConversation) => one.channel,
  before: (a: VisitorConversation, b: VisitorConversation) => a.channel < b.channel,
}
