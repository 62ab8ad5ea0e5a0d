import type { Author, ChatLine } from '@portico/protocol/conversations'
import type { LineId, OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { turnsOf, type OwnMessage } from './turns.ts'

const ann: Author = { kind: 'operator', id: 'ann' as OperatorId, name: 'Ann' }
const bob: Author = { kind: 'operator', id: 'bob' as OperatorId, name: 'Bob' }
const vera: Author = { kind: 'visitor', name: 'Vera' }
const at = Date.UTC(2026, 10, 20, 14, 24)
const minute = 60_000

let count = 0
const line = (author: Author, text: string, more: { after?: number } = {}): ChatLine => ({
  id: `line-${++count}` as LineId,
  at: at + (more.after ?? 0),
  author,
  body: { kind: 'message', text },
})
const own = (text: string, delivery: OwnMessage['delivery']): OwnMessage => ({
  id: `own-${++count}` as LineId,
  at,
  text,
  delivery,
})
const turns = (given: Partial<Parameters<typeof turnsOf>[0]>) =>
  turnsOf({ lines: [], own: [], seen: null, firstNew: undefined, ...given })
const texts = (given: Partial<Parameters<typeof turnsOf>[0]>) =>
  turns(given).map((turn) => ('messages' in turn ? turn.messages.map(({ text }) => text).join(' + ') : turn.kind))

test('[WG10][A25] lines of one author in one minute stand together', () => {
  const lines = [line(ann, 'Good afternoon'), line(ann, 'Could you send a picture?', { after: 30_000 })]
  expect(texts({ lines })).toEqual(['Good afternoon + Could you send a picture?'])
})
test('[WG10][A25] another author, or another minute, begins anew', () => {
  const lines = [line(ann, 'a'), line(bob, 'b'), line(vera, 'c'), line(ann, 'd'), line(ann, 'e', { after: minute })]
  expect(texts({ lines })).toEqual(['a', 'b', 'c', 'd', 'e'])
})
test('[WG10][A22] a notice stands alone', () => {
  const notice: ChatLine = { id: 'n' as LineId, at, author: { kind: 'system' }, body: { kind: 'notice', notice: 'bear-with-us' } }
  expect(turns({ lines: [line(vera, 'a'), notice, line(vera, 'b')] })).toMatchObject([
    { kind: 'own' },
    { kind: 'notice', notice: 'bear-with-us' },
    { kind: 'own' },
  ])
})

test('[WG11][A24] what is on its way is never under the mark of what was sent', () => {
  const lines = [line(vera, 'acked')]
  expect(turns({ lines, own: [own('under way', { state: 'sending' })] })).toMatchObject([
    { delivery: { state: 'sent' } },
    { delivery: { state: 'sending' } },
  ])
})
test('[WG11][A24] a mark says how far the last of its messages has come', () => {
  const lines = [line(vera, 'read'), line(vera, 'not yet')]
  expect(turns({ lines, seen: lines[0]?.id ?? null })).toMatchObject([{ delivery: { state: 'sent' } }])
  expect(turns({ lines, seen: lines[1]?.id ?? null })).toMatchObject([{ delivery: { state: 'seen' } }])
})
test('[WG11] a mark on a line that is not loaded says nothing of those that are', () => {
  expect(turns({ lines: [line(vera, 'a')], seen: 'earlier' as LineId })).toMatchObject([{ delivery: { state: 'sent' } }])
})
test('[WG12][A24] each refused message stands alone, with its reason', () => {
  const refused = [own('a', { state: 'failed', reason: 'closed' }), own('b', { state: 'failed', reason: 'stale' })]
  expect(turns({ own: refused })).toMatchObject([{ delivery: { reason: 'closed' } }, { delivery: { reason: 'stale' } }])
})

test("[WG13] what is new is marked and counted: the staff's lines, not the visitor's", () => {
  const lines = [line(vera, 'a'), line(ann, 'b'), line(vera, 'c', { after: minute }), line(ann, 'd', { after: minute })]
  expect(texts({ lines, firstNew: lines[1]?.id })).toEqual(['a', 'new', 'b', 'c', 'd'])
  expect(turns({ lines, firstNew: lines[1]?.id })).toContainEqual({ kind: 'new', key: 'new', count: 2 })
})
test('[WG13] the mark parts what would stand together', () => {
  const lines = [line(ann, 'read'), line(ann, 'new')]
  expect(texts({ lines, firstNew: lines[1]?.id })).toEqual(['read', 'new', 'new'])
})
