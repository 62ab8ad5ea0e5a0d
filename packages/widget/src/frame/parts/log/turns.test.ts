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
  turnsOf({ lines: [], own: [], seen: null, firstNew: undefined, now: at, isAccepted: false, ...given })
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

test('[WG14][A25] a minute says its time once, below the last that was said in it, whoever said it', () => {
  const lines = [line(ann, 'a'), line(vera, 'b'), line(ann, 'c', { after: minute }), line(vera, 'd', { after: 2 * minute })]
  expect(turns({ lines })).toMatchObject([{ timed: false }, { timed: true }, { timed: true }, { timed: true }])
  expect(turns({ lines: lines.slice(0, 2), own: [own('e', { state: 'sending' })] })).toMatchObject([
    { timed: false },
    { timed: true },
    { delivery: { state: 'sending' } },
  ])
})
test('[WG105][A28] how far the visitor’s words have come is said once, below the last that have arrived', () => {
  const lines = [line(vera, 'a'), line(ann, 'b'), line(vera, 'c', { after: minute }), line(ann, 'd', { after: minute })]
  const marks = (given: Parameters<typeof turns>[0]) => turns(given).map((turn) => turn.kind === 'own' && turn.marked)
  expect(marks({ lines, seen: lines[2]?.id ?? null })).toEqual([false, false, true, false])
  expect(marks({ lines, own: [own('e', { state: 'failed', reason: 'closed' })] })).toEqual([false, false, true, false, false])
  expect(marks({ own: [own('f', { state: 'sending' })] })).toEqual([false])
})
const noticed = (notice: 'joined' | 'bear-with-us', after: number): ChatLine => ({
  id: `notice-${++count}` as LineId,
  at: at + after,
  author: ann,
  body: { kind: 'notice', notice },
})
test('[WG106] what happened says its time only where nothing that was said is near', () => {
  expect(turns({ lines: [line(vera, 'a'), noticed('joined', 2 * minute)] })).toMatchObject([{}, { timed: false }])
  expect(turns({ lines: [line(vera, 'a'), noticed('joined', 6 * minute)] })).toMatchObject([{}, { timed: true }])
})
test('[WG107][A22] nobody is asked to wait once somebody has come', () => {
  const lines = [line(vera, 'a'), noticed('bear-with-us', minute), noticed('joined', minute)]
  expect(texts({ lines })).toEqual(['a', 'notice', 'notice'])
  expect(texts({ lines, isAccepted: true })).toEqual(['a', 'notice'])
})
test('[WG104] days part the log; today’s needs no name where it begins with it', () => {
  const day = 24 * 60 * minute
  const lines = [line(ann, 'before', { after: -day }), line(ann, 'a'), line(vera, 'b', { after: minute })]
  expect(texts({ lines })).toEqual(['day', 'before', 'day', 'a', 'b'])
  expect(texts({ lines: lines.slice(1) })).toEqual(['a', 'b'])
  expect(texts({ lines: lines.slice(0, 1), own: [own('c', { state: 'sending' })] })).toEqual(['day', 'before', 'day', 'c'])
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
