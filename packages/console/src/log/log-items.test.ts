import type { ConversationLine } from '@portico/protocol/conversations'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { logItems } from './log-items.ts'
import type { Sending } from '../conversations/sending.ts'
import { ANN, BOB, line, notice } from '../conversations/testing-rows.ts'

const TURN_MS = 5 * 60_000
const me = { id: ANN, name: 'Ann' }
const dayOf = (at: number) => String(Math.floor(at / 86_400_000))

type Changed = { sendings?: readonly Sending[]; visitorRead?: number; newFrom?: LineId }

const itemsOf = (lines: readonly ConversationLine[], { sendings = [], visitorRead = 0, newFrom }: Changed = {}) =>
  logItems({ lines, sendings, me, visitorRead, newFrom, dayOf })

const turnsOf = (lines: readonly ConversationLine[], changed?: Changed) =>
  itemsOf(lines, changed).flatMap((item) => (item.kind === 'turn' ? [item] : []))

const sending = (text: string): Sending => ({
  line: 'on-its-way' as LineId, // an id of the tests
  conversation: 'conversation' as ConversationId, // an id of the tests
  box: 'reply',
  text,
  at: 5,
  state: 'sending',
})

test('[CO10][A25] bubbles of one author within five minutes are one turn', () => {
  const lines = [
    line(1, { at: 30_000 }),
    line(2, { at: TURN_MS + 29_999 }),
    line(3, { at: TURN_MS + 30_000 }),
    line(4, { at: TURN_MS + 30_001, by: BOB }),
  ]
  expect(turnsOf(lines).map((turn) => turn.bubbles.map((bubble) => bubble.ordinal))).toEqual([[1, 2], [3], [4]])
})

test('[CO10][A25] two operators are never one turn, and only my own words are mine', () => {
  const turns = turnsOf([line(1, { at: 1, by: ANN }), line(2, { at: 1, by: BOB })])
  expect(turns.map((turn) => turn.own)).toEqual([true, false])
})

test('[CO10] a note or a notice parts what stands around it', () => {
  const lines = [
    line(1, { at: 1 }),
    line(2, { at: 1, by: BOB, kind: 'note' }),
    line(3, { at: 1 }),
    notice(4, 'joined', { at: 1 }),
    line(5, { at: 1 }),
  ]
  expect(itemsOf(lines).map((item) => item.kind)).toEqual(['day', 'turn', 'note', 'turn', 'notice', 'turn'])
})

test('[CO11] each day begins with its separator', () => {
  const lines = [line(1, { at: 1 }), line(2, { at: 2 }), line(3, { at: 90_000_000 })]
  expect(itemsOf(lines).map((item) => item.kind)).toEqual(['day', 'turn', 'day', 'turn'])
})

test('[CO12] the first operator to join is told from those who join later', () => {
  const firsts = itemsOf([notice(1, 'joined'), notice(2, 'joined', { by: BOB })]).flatMap((item) =>
    item.kind === 'notice' ? [item.first] : [],
  )
  expect(firsts).toEqual([true, false])
})

test('[CO13][A28] "seen" stands once, under the last own turn that the visitor has seen in full', () => {
  const lines = [line(1, { at: 0, by: ANN }), line(2, { at: TURN_MS, by: ANN }), line(3, { at: 2 * TURN_MS, by: ANN })]
  expect(turnsOf(lines, { visitorRead: 2 }).map((turn) => turn.mark)).toEqual(['none', 'seen', 'sent'])
  expect(turnsOf(lines).map((turn) => turn.mark)).toEqual(['sent', 'sent', 'sent'])
})

test('[CO14][A24] a line on its way stands apart, after those that have arrived', () => {
  const turns = turnsOf([line(1, { at: 5, by: ANN })], { sendings: [sending('soon')], visitorRead: 99 })
  expect(turns.map((turn) => turn.bubbles.map((bubble) => bubble.text))).toEqual([['line 1'], ['soon']])
  expect(turns.map((turn) => turn.mark)).toEqual(['seen', 'sent'])
})

test('[CO14][A24] once acked it stands with those before it, though it has not come back', () => {
  const turns = turnsOf([line(1, { at: 5, by: ANN })], { sendings: [{ ...sending('acked'), state: 'sent' }] })
  expect(turns.map((turn) => turn.bubbles.map((bubble) => bubble.text))).toEqual([['line 1', 'acked']])
})

test('[CO15] the mark of new lines stands before the first of them', () => {
  const lines = [line(1, { at: 0 }), line(2, { at: TURN_MS })]
  const kinds = itemsOf(lines, { newFrom: 'line-2' as LineId }).map((item) => item.kind) // an id of the tests
  expect(kinds).toEqual(['day', 'turn', 'new', 'turn'])
})

test('[IV21] a whisper stands after the line it was said after, and in no turn', () => {
  const said = (id: string, after: number) => ({
    id: id as LineId, // an id of the tests
    after,
    at: after,
    from: { id: BOB, name: 'Bob' },
    to: me,
    text: id,
  })
  const lines = [line(5, { at: 5 }), line(7, { at: 7 })]
  const whispers = [said('older', 2), said('before', 4), said('first', 5), said('hidden', 6), said('last', 7)]
  const items = logItems({ lines, whispers, sendings: [], me, visitorRead: 0, newFrom: undefined, dayOf })
  expect(items.map((item) => (item.kind === 'whisper' ? item.whisper.text : item.kind))).toEqual([
    'day',
    'before',
    'turn',
    'first',
    'hidden',
    'turn',
    'last',
  ])
})
