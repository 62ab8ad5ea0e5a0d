import type { Event } from '@portico/protocol'
import type { ChatView } from '@portico/protocol/conversations'
import { appendLine } from './append-line.ts'

export type ChatNews = Extract<Event, { type: 'chat.line.added' | 'chat.phase.changed' | 'chat.seen' }>

export function applyToChat(view: ChatView, event: ChatNews): ChatView {
  switch (event.type) {
    case 'chat.line.added':
      return appendLine(view, event.line)
    case 'chat.phase.changed':
      return { ...view, phase: event.phase }
    case 'chat.seen':
      return { ...view, seen: event.line }
  }
  return view
}
