import { refuse, type Decision } from '../platform/capability.ts'
import { foldedName } from '../labels/label.ts'
import type { CannedEvent, CannedText } from './events.ts'

/** Of one operator, his own and those he shares. */
export const CANNED_PER_OPERATOR_MAX = 500
/** Of all that are shared. */
export const CANNED_SHARED_MAX = 1000
/** Of one, in all its languages. */
export const CANNED_TEXTS_CODE_POINTS_MAX = 10_000

type Standing = {
  before: CannedText | undefined
  /** Others of the same maker. */
  others: readonly Pick<CannedText, 'id' | 'shortcut'>[]
  /** How many others are shared, whoever made them. */
  shared: number
  /** Later than any change before, whatever the clock says. */
  at: number
}

/** What one maker has is found by one shortcut each, however it is written. A change is one of the version that its writer has seen. */
export function write(said: CannedText, { before, others, shared, at }: Standing): Decision<CannedEvent> {
  if ((before?.version ?? 0) !== said.version) return refuse('changed')
  const canned = { ...said, version: said.version + 1, texts: inTheirNames(said.texts) }
  if (canned.texts.length < said.texts.length) return refuse('invalid', { detail: 'two texts in one language' })
  if (codePoints(canned.texts) > CANNED_TEXTS_CODE_POINTS_MAX) {
    return refuse('invalid', { detail: `more than ${CANNED_TEXTS_CODE_POINTS_MAX} code points in all languages` })
  }
  if (others.some(({ shortcut }) => foldedName(shortcut) === foldedName(canned.shortcut))) return refuse('exists')
  const isShared = canned.sharedWith.kind !== 'nobody'
  const wasShared = before !== undefined && before.sharedWith.kind !== 'nobody'
  if (!before && others.length >= CANNED_PER_OPERATOR_MAX) return refuse('full')
  if (isShared && !wasShared && shared >= CANNED_SHARED_MAX) return refuse('full')
  return [{ type: 'canned.written', canned, isShown: isShared || wasShared, at }]
}

/** Each language once, as everybody writes it, in the order in which they were said. */
function inTheirNames(texts: CannedText['texts']): CannedText['texts'] {
  const named = texts.flatMap(({ language, text }) =>
    Intl.getCanonicalLocales(language).map((canonical) => ({ language: canonical, text })),
  )
  return named.filter(({ language }, n) => named.findIndex((other) => other.language === language) === n)
}

function codePoints(texts: CannedText['texts']): number {
  let count = 0
  for (const { text } of texts) for (const _ of text) count++
  return count
}
