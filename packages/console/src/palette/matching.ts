import { foundBy, wordsAsked, wordsOf } from '@portico/protocol/words-of'
import type { PaletteItem } from '../rooms/room.ts'

type Named = Pick<PaletteItem, 'label' | 'hint' | 'address'>

/** Those of which every word that was typed begins a word, in whichever order: the server finds people so, too. */
export function matching<Item extends Named>(items: readonly Item[], typed: string): readonly Item[] {
  const asked = wordsAsked(typed)
  return items.filter(({ label, hint = '', address }) => foundBy(wordsOf(`${label} ${hint} ${address ?? ''}`), asked))
}
