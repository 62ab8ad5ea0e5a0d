import { foundBy, wordsAsked, wordsOf } from '@portico/protocol/words-of'
import type { PaletteItem } from '../rooms/room.ts'

type Named = Pick<PaletteItem, 'label' | 'hint' | 'address' | 'isFound'>

/** Those of which every word that was typed begins a word, in whichever order: the server finds people so, too. What is called as was typed comes first. */
export function matching<Item extends Named>(items: readonly Item[], typed: string): readonly Item[] {
  const asked = wordsAsked(typed)
  const found = items.filter(
    ({ label, hint = '', address, isFound }) => isFound || foundBy(wordsOf(`${label} ${hint} ${address ?? ''}`), asked),
  )
  const isCalledSo = ({ label, isFound }: Item) => !isFound && label.toLowerCase().startsWith(typed.trim().toLowerCase())
  return [...found.filter(isCalledSo), ...found.filter((item) => !isCalledSo(item))]
}
