import type { ConversationLine } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { expect, test } from 'vitest'
import { wordsAsked } from './asked.ts'
import { EXCERPT_LENGTH_MAX, excerptOf } from './excerpt.ts'

const line = (text: string): ConversationLine => ({
  id: newId<LineId>(),
  ordinal: 1,
  audience: 'all',
  at: 0,
  author: { kind: 'visitor', name: null },
  body: { kind: 'message', text },
})
const marked = (texts: readonly string[], asked: string) => {
  const said = excerptOf(texts.map(line), wordsAsked(asked))
  return said && [said.text, said.marks.map(({ from, to }) => said.text.slice(from, to))]
}

test('[FT6] the newest of the lines that say most of what was asked is shown, with the words marked', () => {
  expect(marked(['A refund?', 'Refund of the order', 'The REFUND for an Órder\nis here', 'Thanks'], 'refund order ')).toEqual([
    'The REFUND for an Órder is here',
    ['REFUND', 'Órder'],
  ])
  expect(marked(['Nothing of it'], 'refund ')).toBeNull()
})

test('[FT6] pairs of characters that overlap are one mark; nothing is HTML', () => {
  expect(marked(['<b>返品したい</b>です'], '返品した ')).toEqual(['<b>返品したい</b>です', ['返品した']])
})

test('[FT6] of a long line so much is shown, with the word in it, and no character is cut in two', () => {
  const [text, words] = marked([`${'😀'.repeat(301)} refund ${'😀'.repeat(301)}`], 'refund ') ?? []
  expect(words).toEqual(['refund'])
  expect(text?.length).toBeLessThanOrEqual(EXCERPT_LENGTH_MAX + 2)
  expect(String(text)).toMatch(/^…(?:😀)+ refund (?:😀)+…$/u)
})
