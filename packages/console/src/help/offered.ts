import type { Label } from '@portico/protocol/labels'
import { saysNothing } from '@portico/protocol/says-nothing'
import { fold, foundBy, wordsAsked, wordsOf } from '@portico/protocol/words-of'

type Asked = { known: readonly Label[]; all: readonly Label[]; words: string }

/** What is found by the words that are typed, and the name that could be made of them where no tag has it. */
export function offered({ known, all, words }: Asked): { found: readonly Label[]; fresh: string | undefined } {
  const asked = wordsAsked(words)
  const found = known.filter(({ name }) => foundBy(wordsOf(name), asked))
  const name = words.trim()
  const isThere = all.some((label) => label.kind === 'tag' && fold(label.name) === fold(name))
  return { found, fresh: saysNothing(name) || isThere ? undefined : name }
}
