import type { Event } from '@portico/protocol'
import type { ConversationId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { ann, channelView, options, rowOf, tea, veraCard } from '../testing/people.ts'
import { applyEvent } from './apply-event.ts'
import { stirRow } from './conversations.ts'

const topic = 'channel:sales'
const after = (...events: Event[]) => events.reduce((view, event) => applyEvent(topic, view, event), channelView)
const added = (id: string, openedAt?: number): Event => ({ type: 'row.added', row: rowOf(id, openedAt) })

test('[CL41] rows stand in the order of their opening, then of their ids', () => {
  const view = after(added('tea', 5), added('cocoa', 9), added('water', 2), added('coffee', 5))
  expect(view.rows.map(({ id }) => id)).toEqual(['water', 'coffee', 'tea', 'cocoa'])
})

test('[CL41] a row that is added again is replaced, not doubled', () => {
  expect(after(added('tea', 5), added('tea', 5)).rows).toHaveLength(1)
})

test('[CL41] phase and visitor change in their row alone; a closed conversation is removed', () => {
  const phase = { state: 'active' as const, at: 7, operators: [{ id: ann, name: 'Ann' }] }
  const visitor = { ...veraCard, name: 'Vera V.' }
  const view = after(
    added('tea'),
    added('water'),
    { type: 'row.part.set', conversation: tea, part: 'phase', value: phase },
    { type: 'row.part.set', conversation: tea, part: 'visitor', value: visitor },
  )
  expect(view.rows).toEqual([{ ...rowOf('tea'), phase, visitor }, rowOf('water')])
  expect(applyEvent(topic, view, { type: 'row.removed', conversation: tea }).rows).toEqual([rowOf('water')])
  expect(applyEvent(topic, view, { type: 'row.removed', conversation: 'unknown' as ConversationId })).toEqual(view)
})

test('[CL41] its options are replaced', () => {
  const changed = { ...options, conversations: { ...options.conversations, previewsTyping: true } }
  expect(after({ type: 'part.set', part: 'options', value: changed })).toEqual({ ...channelView, options: changed })
})

test('[CL29] movement goes forward, and the visitor’s ordinal never back', () => {
  const view = after(added('tea'))
  const summary = { lastOrdinal: 3, visitorLines: 3, at: 9, excerpt: 'three', by: null, unansweredSince: 9 }
  const stirred = stirRow(view, tea, summary)
  expect(stirred.rows[0]?.summary).toEqual(summary)
  expect(stirRow(stirred, tea, { ...summary, lastOrdinal: 2 })).toBe(stirred)
  expect(stirRow(stirred, tea, { ...summary, lastOrdinal: 4, visitorLines: 2 }).rows[0]?.summary.visitorLines).toBe(3)
  expect(stirRow(stirred, 'unknown' as ConversationId, summary)).toBe(stirred)
})
