import { expect, test } from 'vitest'
import { putTogether } from './put-together.ts'
import * as s from './schema.ts'

const conversations = { parts: { chat: s.object({ phase: s.string() }), row: s.object({ phase: s.string() }) } }
const ratings = { parts: { chat: s.object({ rating: s.number() }) } }

test('[PV4] a view has the parts of all capabilities, and nothing of other views', () => {
  expect(Object.keys(putTogether('chat', { conversations, ratings }))).toEqual(['phase', 'rating'])
  expect(Object.keys(putTogether('row', { conversations, ratings, silent: {} }))).toEqual(['phase'])
})

test('[PV4] two parts of one name do not start', () => {
  const other = { parts: { chat: s.object({ phase: s.number() }) } }
  expect(() => putTogether('chat', { conversations, other })).toThrow('other declares the part phase of chat')
})
