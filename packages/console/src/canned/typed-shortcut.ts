/** What stands between two colons and the caret, as far as one word goes. */
const AT_CARET = /(?:^|[^\p{L}\p{N}:])::([\p{L}\p{M}\p{N}_-]{0,40})$/u
/** Longer than any shortcut with what stands before it: only so much is looked at. */
const LOOKED_AT = 60

export type Typed = { from: number; words: string }

/** The beginning of a shortcut that is being typed, from its first colon; none inside a word. */
export function typedShortcut(text: string, caret: number): Typed | undefined {
  const start = Math.max(0, caret - LOOKED_AT)
  const match = AT_CARET.exec(text.slice(start, caret))
  const words = match?.[1]
  return words === undefined ? undefined : { from: caret - words.length - 2, words }
}
