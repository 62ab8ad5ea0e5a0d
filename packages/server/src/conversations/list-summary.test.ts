import type { ConversationLine } from '@portico/protocol/conversations'
import type { LineId, OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { summaryAfter } from './list-summary.ts'

const ANN = 'ann' as OperatorId // an id of the tests
const vera = { kind: 'visitor', name: 'Vera' } as const
const ann = { kind: 'operator', id: ANN, name: 'Ann' } as const
const NOTHING = { lastOrdinal: 0, visitorLines: 0, at: 0, excerpt: '', by: null, unansweredSince: null }

const after = (...said: [ConversationLine['author'], ConversationLine['body']['kind']][]) =>
  said.map(([author, kind], index) => line(index + 1, author, kind)).reduce(summaryAfter, NOTHING)

function line(n: number, author: ConversationLine['author'], kind: ConversationLine['body']['kind']): ConversationLine {
  const body = kind === 'notice' ? { kind, notice: 'joined' as const } : { kind, text: `words ${n}` }
  return { id: `line-${n}` as LineId, ordinal: n, at: n, audience: 'all', author, body } // an id of the tests
}

test('[CV60] unanswered is the first message of the visitor after the last answer', () => {
  expect(after([vera, 'message'], [vera, 'message'])).toMatchObject({ by: null, unansweredSince: 1 })
  expect(after([vera, 'message'], [ann, 'message'])).toMatchObject({ by: ANN, unansweredSince: null })
  expect(after([vera, 'message'], [ann, 'message'], [vera, 'message'])).toMatchObject({ by: null, unansweredSince: 3 })
})

test('[CV60] notes and notices answer nothing, and are nobody’s newest words', () => {
  expect(after([vera, 'message'], [ann, 'notice'], [ann, 'note'])).toMatchObject({
    by: null,
    unansweredSince: 1,
    excerpt: 'words 1',
  })
})
