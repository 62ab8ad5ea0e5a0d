import { RE2JS, RE2JSSyntaxException } from 're2js'

/** Where in an expression its fault stands, counted from 1. The library names the faulty piece, not where it is. */
export function placeOfFault(source: string, fault: RE2JSSyntaxException): number {
  const piece = fault.getPattern()
  if (piece === null) return source.length
  switch (fault.getDescription()) {
    // Of brackets the piece is all of it.
    case 'unexpected )':
      return firstOf(occurrences(source, ')'), (index) => fails(source.slice(0, index + 1), fault)) + 1
    case 'missing closing )':
      return firstOf(occurrences(source, '(').reverse(), (index) => faultOf(source.slice(0, index)) === undefined) + 1
    case 'missing closing ]':
      return source.length - piece.length + 1
    default:
      return firstOf(occurrences(source, piece), (index) => failsAt(source, index, fault)) + 1
  }
}

/** An expression is read anew for each place that is looked at. */
const LOOKS_MAX = 20

/** What is read up to the faulty piece has the same fault; what ends with another such piece, in a set or behind a backslash, has not. */
function failsAt(source: string, index: number, fault: RE2JSSyntaxException): boolean {
  const end = index + (fault.getPattern() ?? '').length
  return [end, end + 1].some((until) => fails(source.slice(0, until), fault, fault.getPattern()))
}

function fails(source: string, fault: RE2JSSyntaxException, piece?: string | null): boolean {
  const seen = faultOf(source)
  return seen?.getDescription() === fault.getDescription() && (piece === undefined || seen.getPattern() === piece)
}

function faultOf(source: string): RE2JSSyntaxException | undefined {
  try {
    RE2JS.compile(source)
    return undefined
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    return error
  }
}

function occurrences(source: string, piece: string): number[] {
  const found: number[] = []
  for (let at = source.indexOf(piece); at >= 0; at = source.indexOf(piece, at + 1)) found.push(at)
  return found
}

/** The first that suits; where none of the first ones does, the first. */
function firstOf(indices: readonly number[], suits: (index: number) => boolean): number {
  return indices.slice(0, LOOKS_MAX).find(suits) ?? indices[0] ?? 0
}
