import type { Canned } from '@portico/protocol/canned'

export const FITTING_MAX = 50

/** Those whose shortcut begins so, then those in whose words it stands, each in the order in which they are used. */
export function fitting(all: readonly Canned[], typed: string): readonly Canned[] {
  const words = folded(typed)
  const begins = all.filter(({ shortcut }) => folded(shortcut).startsWith(words))
  const says = words === '' ? [] : all.filter((each) => !begins.includes(each) && saysIt(each, words))
  return [...begins, ...says]
}

/** Shortcut or words. */
export const found = (all: readonly Canned[], words: string): readonly Canned[] =>
  all.filter((each) => folded(each.shortcut).includes(folded(words)) || saysIt(each, folded(words)))

const saysIt = ({ texts }: Canned, words: string) => texts.some(({ text }) => folded(text).includes(words))

const folded = (text: string) => text.trim().normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
