import type { ChatLine } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import type { Answered, Unanswered } from '../../sending.ts'
import { ownMessages } from './own-messages.ts'

const unanswered = (line: string): Unanswered => ({ line: line as LineId, at: 1, text: line, opens: false })
const answered = (line: string, refused?: 'closed'): Answered => ({ ...unanswered(line), refused })
const line = (id: string): ChatLine => ({
  id: id as LineId,
  at: 1,
  author: { kind: 'visitor', name: null },
  body: { kind: 'message', text: id },
})

test('[WG11][A24] a message is sending until the server has answered, then sent, then a line like any other', () => {
  const sending = ownMessages({ unanswered: [unanswered('a')], answered: [], lines: [] })
  const sent = ownMessages({ unanswered: [], answered: [answered('a')], lines: [] })
  const there = ownMessages({ unanswered: [], answered: [answered('a')], lines: [line('a')] })
  expect(sending).toMatchObject([{ text: 'a', delivery: { state: 'sending' } }])
  expect(sent).toMatchObject([{ text: 'a', delivery: { state: 'sent' } }])
  expect(there).toEqual([])
})
test('[WG11] a line that comes before its answer is not shown twice', () => {
  expect(ownMessages({ unanswered: [unanswered('a')], answered: [], lines: [line('a')] })).toEqual([])
  expect(ownMessages({ unanswered: [unanswered('a')], answered: [answered('a')], lines: [] })).toHaveLength(1)
})
test('[WG12][A24] only a refusal makes it fail', () => {
  expect(ownMessages({ unanswered: [], answered: [answered('a', 'closed')], lines: [] })).toMatchObject([
    { delivery: { state: 'failed', reason: 'closed' } },
  ])
})
