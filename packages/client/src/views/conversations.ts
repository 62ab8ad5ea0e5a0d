import type { ChannelView } from '@portico/protocol/channels'
import type { ConversationRowView, ListSummary, ReadMark } from '@portico/protocol/conversations'
import type { Fleeting } from '@portico/protocol/fleeting'
import type { ConversationId } from '@portico/protocol/ids'
import { appendLine } from './append-line.ts'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

/** The operators' side of conversations. */
export const deskSteps = {
  conversation: { 'line.added': (view, { line }) => appendLine(view, line) },
  channel: {
    'row.added': (view, { row }) => ({ ...view, rows: upsert(view.rows, row, oldestFirst) }),
    'row.removed': (view, { conversation }) => ({ ...view, rows: view.rows.filter((row) => row.id !== conversation) }),
  },
  operator: {
    'mark.moved': (view, { mark }) => ({ ...view, marks: upsert(view.marks, mark, byConversation) }),
    'mark.dropped': (view, dropped) => ({
      ...view,
      marks: view.marks.filter(({ conversation }) => conversation !== dropped.conversation),
    }),
  },
} satisfies Steps

type Moved = Extract<Fleeting, { type: 'list.moved' }>['rows'][number]

/** ListSummary arrives by fleeting messages, which may overtake each other: it only goes forward. */
export function stirRow(view: ChannelView, conversation: ConversationId, summary: ListSummary): ChannelView {
  const row = view.rows.find(({ id }) => id === conversation)
  if (!row || summary.lastOrdinal < row.summary.lastOrdinal) return view
  const visitorLines = Math.max(summary.visitorLines, row.summary.visitorLines)
  const stirred = { ...row, summary: { ...summary, visitorLines } }
  return { ...view, rows: view.rows.map((each) => (each === row ? stirred : each)) }
}

/** As the server's database has it: after a restore that may be less than was heard before. */
export function moveRows(view: ChannelView, moved: readonly Moved[]): ChannelView {
  const summaries = new Map(moved.map(({ conversation, summary }) => [conversation, summary]))
  const rows = view.rows.map((row) => {
    const summary = summaries.get(row.id)
    // What has not moved stays the same object: nobody draws it again.
    return summary ? { ...row, summary } : row
  })
  return { ...view, rows }
}

const oldestFirst = {
  key: (row: ConversationRowView) => row.id,
  before: (a: ConversationRowView, b: ConversationRowView) =>
    a.openedAt < b.openedAt || (a.openedAt === b.openedAt && a.id < b.id),
}
const byConversation = {
  key: (mark: ReadMark) => mark.conversation,
  before: (a: ReadMark, b: ReadMark) => a.conversation < b.conversation,
}
