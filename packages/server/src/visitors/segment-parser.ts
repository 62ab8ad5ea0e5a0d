import { DIMENSION_NAMES, dimensionKind } from './segment-dimension.ts'
import { readSegmentValue } from './segment-value.ts'
import { NUMBER_OPERATORS, PRESENCE_OPERATORS, TEXT_OPERATORS, type Comparison, type Segment } from './segment.ts'

/**
 * Where a segment stops making sense: the place in its text, what was seen there, and what could have stood there. This is no
 * Fault: a text has characters instead of paths, and cannot be read beyond its first mistake.
 */
export type SegmentFault = { offset: number; seen: string; expected: Expected; among: readonly string[] }

type Expected = 'dimension' | 'operator' | 'value' | 'number' | 'choice' | 'escape' | 'end'
type Faulty = { fault: SegmentFault }

export const SEGMENT_LENGTH_MAX = 8000
const NAME = /^[A-Za-z][A-Za-z0-9]*/
const OPERATOR = /^(?:==|!=|=@|!@|=\^|=\$|<=|>=|<|>)/
/** Matomo's database reads a number as far as it is one, so that separators behind it do no harm. */
const NUMBER = /^(-?\d{1,12}(?:\.\d{1,6})?)[;,]*$/
/** As Matomo trims a segment. */
const BLANKS = ' \t\n\r\0\v'

/** Reads `a==1,b=@x;c>2`: `,` is or and binds before `;`, which is and. */
export function parseSegment(source: string): { segment: Segment } | Faulty {
  if (source.length > SEGMENT_LENGTH_MAX) {
    return faulty({ offset: SEGMENT_LENGTH_MAX, seen: `${source.length} characters`, expected: 'end' })
  }
  const text = withoutBlanksBehind(source)
  const segment: [Comparison, ...Comparison[]][] = []
  let at = blanksBefore(text)
  if (text === '') return { segment }
  while (at <= text.length) {
    const read = readComparison(text, at)
    if ('fault' in read) return read
    const clause = segment.at(-1)
    if (clause && text[at - 1] === ',') clause.push(read.comparison)
    else segment.push([read.comparison])
    at = read.end + 1
  }
  return { segment }
}

function readComparison(source: string, at: number): { comparison: Comparison; end: number } | Faulty {
  const dimension = NAME.exec(source.slice(at))?.[0] ?? characterAt(source, at)
  const kind = dimensionKind(dimension)
  if (!kind) return faulty({ offset: at, seen: dimension, expected: 'dimension', among: DIMENSION_NAMES })
  const operatorAt = at + dimension.length
  switch (kind.kind) {
    case 'number': {
      const read = readOperation(source, operatorAt, NUMBER_OPERATORS)
      if (!('value' in read)) return presenceIn(read, dimension)
      const { operator, value, valueAt, end } = read
      const number = NUMBER.exec(value)?.[1]
      if (number === undefined) return faulty({ offset: valueAt, seen: source.slice(valueAt, end), expected: 'number' })
      // Adding 0 makes 0 of -0, which would be printed as 0.
      return { comparison: { test: 'number', dimension, operator, value: Number(number) + 0 }, end }
    }
    case 'choice': {
      const read = readOperation(source, operatorAt, PRESENCE_OPERATORS)
      if (!('value' in read)) return presenceIn(read, dimension)
      const { operator, value, valueAt, end } = read
      if (!kind.among.includes(value))
        return faulty({ offset: valueAt, seen: source.slice(valueAt, end), expected: 'choice', among: kind.among })
      return { comparison: { test: 'text', dimension, operator, value }, end }
    }
    case 'text': {
      const read = readOperation(source, operatorAt, TEXT_OPERATORS)
      if (!('value' in read)) return presenceIn(read, dimension)
      return { comparison: { test: 'text', dimension, operator: read.operator, value: read.value }, end: read.end }
    }
  }
}

type Operation<T> = { operator: T; value: string; valueAt: number; end: number }
type Presence = { presence: (typeof PRESENCE_OPERATORS)[number]; end: number }

function readOperation<const T extends string>(
  source: string,
  at: number,
  operators: readonly T[],
): Operation<T> | Presence | Faulty {
  const seen = OPERATOR.exec(source.slice(at))?.[0] ?? characterAt(source, at)
  const operator = operators.find((one) => one === seen)
  if (operator === undefined) return faulty({ offset: at, seen, expected: 'operator', among: operators })
  const valueAt = at + operator.length
  const read = readSegmentValue(source, valueAt)
  if ('badEscapeAt' in read) {
    const offset = read.badEscapeAt
    return faulty({ offset, seen: source.slice(offset, offset + 3).toWellFormed(), expected: 'escape' })
  }
  if (read.value !== '') return { operator, value: read.value, valueAt, end: read.end }
  const presence = PRESENCE_OPERATORS.find((one) => one === operator)
  return presence
    ? { presence, end: read.end }
    : faulty({ offset: valueAt, seen: characterAt(source, valueAt), expected: 'value' })
}

function presenceIn(read: Presence | Faulty, dimension: string): { comparison: Comparison; end: number } | Faulty {
  return 'fault' in read ? read : { comparison: { test: 'presence', dimension, operator: read.presence }, end: read.end }
}

function blanksBefore(source: string): number {
  let from = 0
  while (BLANKS.includes(source.charAt(from)) && from < source.length) from += 1
  return from
}

function withoutBlanksBehind(source: string): string {
  let end = source.length
  while (end > 0 && BLANKS.includes(source.charAt(end - 1))) end -= 1
  return source.slice(0, end)
}

/** Whole, also where it takes two code units. */
function characterAt(source: string, at: number): string {
  const point = source.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

function faulty(fault: Omit<SegmentFault, 'among'> & { among?: readonly string[] }): Faulty {
  return { fault: { among: [], ...fault } }
}
