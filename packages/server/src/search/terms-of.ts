import { fold } from '@portico/protocol/words-of'

/** So much of a word tells it from others; what is longer is cut. */
const TERM_LENGTH_MAX = 40

/** A word as it is looked for, and where in the text it stands. */
export type Term = { term: string; from: number; to: number }

/** What is written without spaces between words: found by each two characters that stand together. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ーｰ]/u
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d]*/gu

/** The words of a text by which it is found, without regard to case and accents, in any script. */
export function termsOf(text: string): Term[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => piecesOf(word, index))
}

/** The same of what is asked. The last word may be only begun; a single character of an unspaced script begins a pair. */
export function termsAsked(text: string): { term: string; begins: boolean }[] {
  const terms = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const pieces = piecesOf(word, index)
    const pairs = pieces.filter(({ term }) => !isAlone(term))
    const isLast = index + word.length === text.length
    if (pieces.some(({ term }) => isAlone(term)) && pairs.length === 0) return pieces.map(({ term }) => ({ term, begins: true }))
    return pairs.map(({ term, to }) => ({ term, begins: isLast && to === text.length && !UNSPACED.test(term) }))
  })
  return [...new Map(terms.map((each) => [each.term, each])).values()]
}

const isAlone = (term: string) => UNSPACED.test(term) && Array.from(term).length === 1

function piecesOf(word: string, index: number): Term[] {
  const runs: { unspaced: boolean; clusters: { text: string; at: number }[] }[] = []
  let at = index
  for (const [text] of word.matchAll(/.[\p{M}\u200c\u200d]*/gu)) {
    const unspaced = UNSPACED.test(text)
    const last = runs.at(-1)
    if (last?.unspaced === unspaced) last.clusters.push({ text, at })
    else runs.push({ unspaced, clusters: [{ text, at }] })
    at += text.length
  }
  return runs.flatMap(({ unspaced, clusters }) => {
    const pieces = unspaced ? clusters.map((_, n) => clusters.slice(n, n + 2)) : [clusters]
    return pieces.flatMap((piece) => {
      const from = piece[0]?.at ?? index
      const to = piece.reduce((end, { text }) => end + text.length, from)
      const term = Array.from(bare(piece.map(({ text }) => text).join('')))
        .slice(0, TERM_LENGTH_MAX)
        .join('')
      return term === '' ? [] : [{ term, from, to }]
    })
  })
}

const bare = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
