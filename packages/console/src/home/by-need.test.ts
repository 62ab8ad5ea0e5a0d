import type { ConversationRowView } from '@portico/protocol/conversations'
import { expect, test } from 'vitest'
import { byNeed } from './by-need.ts'

const row = (id: string, unansweredSince: number | null, at: number, status = 'in-progress') =>
  ({
    id,
    phase: { state: 'active' },
    status: { state: status },
    summary: { unansweredSince, at },
  }) as unknown as ConversationRowView // nothing else decides the order

test('[CO120] of the active ones who has waited longest for an answer comes first, then what moved last', () => {
  const rows = [row('talks', null, 90), row('young', 80, 80), row('quiet', null, 20), row('old', 10, 85)]
  expect(byNeed(rows).map(({ id }) => id)).toEqual(['old', 'young', 'talks', 'quiet'])
})

test('[CO120] of equals the order never changes by itself', () => {
  const rows = [row('b', null, 5), row('a', null, 5)]
  expect(byNeed(rows).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(byNeed(rows.toReversed()).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('[CO120][E1] what looks for help comes before all others', () => {
  const rows = [row('old', 10, 85), row('helped', null, 5, 'help'), row('young', 80, 80)]
  expect(byNeed(rows).map(({ id }) => id)).toEqual(['helped', 'old', 'young'])
})
