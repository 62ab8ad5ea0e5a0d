import type { Event } from '@portico/protocol'
import type { VisitorConversation, VisitorView } from '@portico/protocol/visitors'
import { upsert } from './upsert.ts'

export type VisitorNews = Extract<Event, { type: 'visitor.conversation.changed' }>

export function applyToVisitor(view: VisitorView, event: VisitorNews): VisitorView {
  switch (event.type) {
    case 'visitor.conversation.changed': {
      const { conversation, channel, state } = event
      return { ...view, conversations: upsert(view.conversations, { conversation, channel, state }, byChannel) }
    }
  }
  return view
}

const byChannel = {
  key: (one: VisitorConversation) => one.channel,
  before: (a: VisitorConversation, b: VisitorConversation) => a.channel < b.channel,
}
