import type { Event } from '@portico/protocol'
import type { ReadMark } from '@portico/protocol/conversations'
import type { OperatorView } from '@portico/protocol/operators'
import { upsert } from './upsert.ts'

export type OperatorNews = Extract<
  Event,
  { type: 'me.changed' | 'role.changed' | 'memberships.changed' | 'mark.moved' | 'mark.dropped' }
>

export function applyToOperator(view: OperatorView, event: OperatorNews): OperatorView {
  switch (event.type) {
    case 'me.changed':
      return { ...view, me: event.me }
    case 'role.changed':
      return { ...view, me: { ...view.me, role: event.role } }
    case 'memberships.changed':
      return { ...view, me: { ...view.me, channels: event.channels } }
    case 'mark.moved':
      return { ...view, marks: upsert(view.marks, event.mark, byConversation) }
    case 'mark.dropped':
      return { ...view, marks: view.marks.filter((mark) => mark.conversation !== event.conversation) }
  }
  return view
}

const byConversation = {
  key: (mark: ReadMark) => mark.conversation,
  before: (a: ReadMark, b: ReadMark) => a.conversation < b.conversation,
}
