import type { ChannelId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { documentOf, TERMS_MAX } from './document.ts'

const facts = { channel: 'main' as ChannelId, visitor: { name: 'Vera', email: null }, operators: [], labels: [] } // as ids are
const said = (text: string, audience: 'all' | 'operators' | 'customer' = 'all') => ({
  audience,
  body: { kind: audience === 'operators' ? 'note' : 'message', text } as const,
})

test('[FT3] a conversation that goes on keeps its words; facts are those of now', () => {
  const before = documentOf([], { lines: [said('Hello'), said('Beware', 'operators')], facts })
  expect(before).toEqual(['=main', '!vera', 'hello', '~beware'])
  const renamed = { ...facts, channel: 'fairs' as ChannelId, visitor: { name: 'Wilma', email: null } }
  expect(documentOf(before, { lines: [said('Bye')], facts: renamed })).toEqual(['=fairs', '!wilma', 'hello', '~beware', 'bye'])
})

test('[FT4] what only the visitor has is not indexed', () => {
  expect(documentOf([], { lines: [said('Canary', 'customer')], facts })).toEqual(['=main', '!vera'])
})

test('[FT9] so many different words of one conversation are kept, and no more', () => {
  const many = Array.from({ length: TERMS_MAX + 10 }, (_, n) => `w${n}`).join(' ')
  const document = documentOf([], { lines: [said(many)], facts })
  expect(document).toHaveLength(2 + TERMS_MAX)
  expect(documentOf(document, { lines: [said('further')], facts })).toEqual(document)
})
