import type { Fault } from '@portico/protocol/faults'
import { RE2JS, RE2JSSyntaxException } from 're2js'

/** Letters match in either case. An expression is one of RE2's, found anywhere in the text. */
export type Pattern = { how: 'contains' | 'exact' | 'expression'; text: string }

/** Where the pattern stands is known to who reads it. */
export type PatternFault = Omit<Fault<'no-text' | 'too-long' | 'broken-expression'>, 'place'>

const LENGTH_MAX = 1000

/** Reads a pattern once, so that matching is cheap and takes time in proportion to the text. */
export function readPattern({ how, text }: Pattern): ((text: string) => boolean) | PatternFault {
  if (text.trim() === '') return { fault: 'no-text', seen: text }
  if (text.length > LENGTH_MAX) return { fault: 'too-long', seen: `${text.length}`, expected: `${LENGTH_MAX}` }
  const sought = text.toLowerCase()
  switch (how) {
    case 'contains':
      return (seen) => seen.toLowerCase().includes(sought)
    case 'exact':
      return (seen) => seen.toLowerCase() === sought
    case 'expression':
      return readExpression(text)
  }
}

function readExpression(text: string): ((text: string) => boolean) | PatternFault {
  try {
    const expression = RE2JS.compile(text, RE2JS.CASE_INSENSITIVE)
    return (seen) => expression.test(seen)
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    // The library prepends the flag for either case, and may name it with the broken piece.
    const piece = (error.getPattern() ?? text).replace(/^\(\?i\)/, '')
    return { fault: 'broken-expression', seen: `${error.getDescription()}: ${piece}` }
  }
}
