import type { Wanted } from '@portico/protocol/help'
import type { Label, Skills } from '@portico/protocol/labels'

/** Whether it needs what somebody knows: an expertise of his is among its labels. */
export function needs({ labels }: Pick<Wanted, 'labels'>, { expertise }: Skills): boolean {
  return labels.some((label) => expertise.includes(label))
}

/** Whether he speaks the visitor's language, whatever its region. */
export function speaks({ visitor }: Pick<Wanted, 'visitor'>, { languages }: Skills): boolean {
  const { locale } = visitor
  return locale !== null && languages.some((language) => baseOf(language) === baseOf(locale))
}

/** What needs me first, then what I can read, the longest first in each. */
export function bestFirst(wanted: readonly Wanted[], mine: Skills): readonly Wanted[] {
  const rank = (one: Wanted) => (needs(one, mine) ? 0 : speaks(one, mine) ? 1 : 2)
  return wanted.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at || (a.conversation < b.conversation ? -1 : 1))
}

export const labelsIn = (ids: readonly string[], known: readonly Label[]): readonly Label[] =>
  known.filter(({ id }) => ids.includes(id))

const baseOf = (tag: string): string => {
  try {
    return new Intl.Locale(tag).language
  } catch (error) {
    // A visitor's browser may say anything.
    if (error instanceof RangeError) return tag
    throw error
  }
}
