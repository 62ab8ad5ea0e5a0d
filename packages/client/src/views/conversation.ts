import type { Event } from '@portico/protocol'
import type { ConversationView } from '@portico/protocol/conversations'
import { appendLine } from './append-line.ts'

export type ConversationNews = Extract<Event, { type: 'line.added' | 'phase.changed' | 'visitor.described' | 'visitor.read' }>

export function applyToConversation(view: ConversationView, event: ConversationNews): ConversationView {
  switch (event.type) {
    case 'line.added':
      return appendLine(view, event.line)
    case 'phase.changed':
      return { ...view, phase: event.phase }
    case 'visitor.described':
      return { ...view, visitor: event.visitor }
    case 'visitor.read':
      return { ...view, visitorRead: event.ordinal }
  }
  return view
}
