import type { Event } from '@portico/protocol'
import { expect, test } from 'vitest'
import { channelView, chatView, line, rowOf, tea } from '../testing/people.ts'
import { setPart } from './set-part.ts'

test('[CL45] a part is set as a whole, and no other changes', () => {
  const rating: Event = { type: 'part.set', part: 'rating', value: { stars: 5 } }
  expect(setPart(chatView, rating)).toEqual({ ...chatView, rating: { stars: 5 } })
})

test('[CL45] a part of a line or a row is set in that one alone', () => {
  const [first] = chatView.lines
  const marked: Event = { type: 'line.part.set', line: line('first'), part: 'reactions', value: ['tea'] }
  expect(setPart(chatView, marked)).toEqual({ ...chatView, lines: [{ ...first, reactions: ['tea'] }] })
  const view = { ...channelView, rows: [rowOf('tea'), rowOf('water')] }
  const tagged: Event = { type: 'row.part.set', conversation: tea, part: 'tags', value: ['vip'] }
  expect(setPart(view, tagged)).toEqual({ ...view, rows: [{ ...rowOf('tea'), tags: ['vip'] }, rowOf('water')] })
})

test('[CL45] a line that is not held, or a view without lines, stays as it is', () => {
  const marked: Event = { type: 'line.part.set', line: line('older'), part: 'reactions', value: ['tea'] }
  expect(setPart(chatView, marked)).toEqual(chatView)
  expect(setPart(channelView, marked)).toBe(channelView)
})
