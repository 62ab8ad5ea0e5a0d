/** So much of a word tells it from others; what is longer is cut. */
const WORD_LENGTH_MAX = 40

/**
 * The words by which something is found, without regard to case and accents: what somebody types is found where each of its words
 * begins one of these. An address is a word as a whole, and so are its pieces.
 */
export function wordsOf(text: string): string[] {
  const folded = fold(text)
  const addresses = folded.match(/[^\s@]+@[^\s@]+/g) ?? []
  const pieces = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return [...new Set([...addresses, ...pieces].map((word) => Array.from(word).slice(0, WORD_LENGTH_MAX).join('')))]
}

/** Of what is typed: an address, or the beginning of one, is looked for as it stands. */
export function wordsAsked(text: string): string[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  return [...new Set(words.flatMap((word) => (/.@/.test(word) ? [word.slice(0, WORD_LENGTH_MAX)] : wordsOf(word))))]
}

/** Every word that was asked begins one of these. */
export const foundBy = (words: readonly string[], asked: readonly string[]): boolean =>
  asked.every((each) => words.some((word) => word.startsWith(each)))

/** The same to whoever reads it: capitals and accents make no other text. */
export const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
