import { parseSegment } from './segment-parser.ts'
import { printSegmentValue } from './segment-value.ts'

/** The segment in our own language, which is decoded once, and what became of that text. */
type FromMatomo = { text: string } & ReturnType<typeof parseSegment>

/** An address may have been encoded again for each that it travelled in. */
const DECODED_WHOLE_MAX = 3
const PARTS = /[;,](?![;,]|$)/
const BACKSLASHED = /\\[;,]/g
const OPERATOR = /[=!]=|[=!]@|=\^|=\$|[<>]=?/
const MEANS_SOMETHING = /[=<>@^$;,]/
const ESCAPES = /(?:%[0-9a-f]{2})+/gi

/**
 * Reads a segment as Matomo's editor writes and its table keeps it: each condition is decoded once and its value once more; a
 * segment in which no sign means anything was encoded as a whole before that. A fault has its place in `text`.
 */
export function readMatomoSegment(definition: string): FromMatomo {
  const text = translated(wholeDecoded(definition.trim()))
  return { text, ...parseSegment(text) }
}

function wholeDecoded(definition: string): string {
  let whole = definition
  for (let times = 0; times < DECODED_WHOLE_MAX && !MEANS_SOMETHING.test(whole); times += 1) whole = decoded(whole)
  return whole
}

function translated(definition: string): string {
  const parts = definition.replace(BACKSLASHED, (pair) => encodeURIComponent(pair.charAt(1)))
  const separators = [...parts.matchAll(new RegExp(PARTS, 'g'))].map(([separator]) => separator)
  return parts
    .split(PARTS)
    .map((condition, index) => `${inOurs(decoded(condition))}${separators[index] ?? ''}`)
    .join('')
}

function inOurs(condition: string): string {
  const operator = OPERATOR.exec(condition)
  if (!operator) return printSegmentValue(condition)
  const valueAt = operator.index + operator[0].length
  return `${condition.slice(0, valueAt)}${printSegmentValue(decoded(condition.slice(valueAt)))}`
}

/** A percent sign that begins nothing stays one, and so do bytes that are no text. */
function decoded(text: string): string {
  return text.replaceAll('+', ' ').replace(ESCAPES, (escapes) => decodedBytes(escapes))
}

function decodedBytes(escapes: string): string {
  try {
    return decodeURIComponent(escapes)
  } catch (error) {
    if (error instanceof URIError) return escapes
    throw error
  }
}
