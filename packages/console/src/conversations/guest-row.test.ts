import type { ConversationView } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { NOBODY } from '@portico/protocol/nobody'
import { expect, test } from 'vitest'
import { guestRow } from './guest-row.ts'

// A test's own ids.
const tea = 'tea' as ConversationId
const olaf = 'olaf' as OperatorId
const vera = { kind: 'visitor', name: 'Vera' } as const
const line = (ordinal: number, author: ConversationView['lines'][number]['author'], text: string) => ({
  id: `l${ordinal}` as LineId,
  ordinal,
  at: ordinal * 10,
  audience: 'all' as const,
  author,
  body: { kind: 'message' as const, text },
})
const view: ConversationView = {
  id: tea,
  channel: 'main' as ChannelId,
  openedAt: 5,
  visitor: { id: 'vera' as VisitorId, name: 'Vera', email: null, locale: null, analyticsId: null },
  page: null,
  phase: { state: 'active', at: 6, operators: [{ id: olaf, name: 'Olaf' }] },
  older: false,
  visitorRead: 0,
  person: NOBODY,
  lines: [line(1, vera, 'Hello'), line(2, { kind: 'operator', id: olaf, name: 'Olaf' }, 'Yes?'), line(3, vera, 'It cracked')],
}

test('[CO261][C15] a conversation of another channel stands in my list as those of mine do', () => {
  expect(guestRow(view, undefined)).toMatchObject({
    id: tea,
    summary: { lastOrdinal: 3, visitorLines: 2, at: 30, excerpt: 'It cracked', by: null, unansweredSince: 30 },
  })
})

test('[CO261] what I have read is not unread, and what I have answered not unanswered', () => {
  const read = { conversation: tea, ordinal: 3, visitorLines: 7 }
  expect(guestRow(view, read).summary.visitorLines).toBe(7)
  expect(guestRow(view, { ...read, ordinal: 1 }).summary.visitorLines).toBe(8)
  const answered = { ...view, lines: [...view.lines, line(4, { kind: 'operator', id: olaf, name: 'Olaf' }, 'We replace it')] }
  expect(guestRow(answered, read).summary).toMatchObject({ by: olaf, excerpt: 'We replace it', unansweredSince: null })
})
