import type { Canned } from '@portico/protocol/canned'
import { fold, foundBy, wordsAsked, wordsOf } from '@portico/protocol/words-of'

export const FITTING_MAX = 50

/** Those whose shortcut begins so, then those in whose words it stands, each in the order in which they are used. */
export function fitting(all: readonly Canned[], typed: string): readonly Canned[] {
  const begins = all.filter(({ shortcut }) => fold(shortcut).startsWith(fold(typed)))
  return [...begins, ...(typed === '' ? [] : found(all, typed).filter((each) => !begins.includes(each)))]
}

/** Those of which each word that was typed begins a word, of the shortcut or of a text. */
export function found(all: readonly Canned[], typed: string): readonly Canned[] {
  const asked = wordsAsked(typed)
  return all.filter(({ shortcut, texts }) => foundBy(wordsOf([shortcut, ...texts.map(({ text }) => text)].join(' ')), asked))
}
