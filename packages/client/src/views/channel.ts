import type { Event } from '@portico/protocol'
import type { ChannelView } from '@portico/protocol/channels'
import type { ConversationRowView, ListSummary } from '@portico/protocol/conversations'
import type { Fleeting } from '@portico/protocol/fleeting'
import type { ConversationId } from '@portico/protocol/ids'
import { upsert } from './upsert.ts'

export type ChannelNews = Extract<
  Event,
  { type: 'channel.configured' | 'row.added' | 'row.phase.changed' | 'row.visitor.described' | 'row.removed' }
>

export function applyToChannel(view: ChannelView, event: ChannelNews): ChannelView {
  switch (event.type) {
    case 'channel.configured':
      return { ...view, options: event.options }
    case 'row.added':
      return { ...view, rows: upsert(view.rows, event.row, oldestFirst) }
    case 'row.phase.changed':
      return changeRow(view, event.conversation, (row) => ({ ...row, phase: event.phase }))
    case 'row.visitor.described':
      return changeRow(view, event.conversation, (row) => ({ ...row, visitor: event.visitor }))
    case 'row.removed':
      return { ...view, rows: view.rows.filter((row) => row.id !== event.conversation) }
  }
  return view
}

type Moved = Extract<Fleeting, { type: 'list.moved' }>['rows'][number]

/** ListSummary arrives by fleeting messages, which may overtake each other: it only goes forward. */
export function stirRow(view: ChannelView, conversation: ConversationId, summary: ListSummary): ChannelView {
  const row = view.rows.find(({ id }) => id === conversation)
  if (!row || summary.lastOrdinal < row.summary.lastOrdinal) return view
  const visitorLines = Math.max(summary.visitorLines, row.summary.visitorLines)
  return changeRow(view, conversation, () => ({ ...row, summary: { ...summary, visitorLines } }))
}

/** As the server's database has it: after a restore that may be less than was heard before. */
export function moveRows(view: ChannelView, moved: readonly Moved[]): ChannelView {
  const summaries = new Map(moved.map(({ conversation, summary }) => [conversation, summary]))
  return { ...view, rows: view.rows.map((row) => ({ ...row, summary: summaries.get(row.id) ?? row.summary })) }
}

const oldestFirst = {
  key: (row: ConversationRowView) => row.id,
  before: (a: ConversationRowView, b: ConversationRowView) =>
    a.openedAt < b.openedAt || (a.openedAt === b.openedAt && a.id < b.id),
}

function changeRow(
  view: ChannelView,
  id: ConversationId,
  change: (row: ConversationRowView) => ConversationRowView,
): ChannelView {
  return { ...view, rows: view.rows.map((row) => (row.id === id ? change(row) : row)) }
}
