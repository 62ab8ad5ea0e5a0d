import { readDimension, type Value } from './segment-dimension.ts'
import type { VisitorProfile, VisitProfile } from './visitor-profile.ts'

/** Every clause must hold, and of each clause one comparison. A segment without clauses is everybody. */
export type Segment = readonly Clause[]
type Clause = readonly [Comparison, ...Comparison[]]

export type Comparison =
  | { test: 'number'; dimension: string; operator: NumberOperator; value: number }
  | { test: 'text'; dimension: string; operator: TextOperator; value: string }
  | { test: 'presence'; dimension: string; operator: PresenceOperator }

export const NUMBER_OPERATORS = ['==', '!=', '<', '<=', '>', '>='] as const
export const TEXT_OPERATORS = ['==', '!=', '=@', '!@', '=^', '=$'] as const
export const PRESENCE_OPERATORS = ['==', '!='] as const

type NumberOperator = (typeof NUMBER_OPERATORS)[number]
type TextOperator = (typeof TEXT_OPERATORS)[number]
type PresenceOperator = (typeof PRESENCE_OPERATORS)[number]

/** Whether one of the visits handed in fulfils the whole segment. */
export function inSegment(visitor: VisitorProfile, segment: Segment): boolean {
  if (segment.length === 0) return true
  return visitor.visits.some((visit) => segment.every((clause) => clause.some((one) => holds(one, visitor, visit))))
}

function holds(comparison: Comparison, visitor: VisitorProfile, visit: VisitProfile): boolean {
  const values = readDimension(comparison.dimension, visitor, visit)
  switch (comparison.test) {
    case 'number':
      return isNumber(values, comparison)
    case 'text':
      return isText(values, comparison)
    case 'presence':
      return (values.length === 0) === (comparison.operator === '==')
  }
}

function isNumber(values: readonly Value[], { operator, value }: Extract<Comparison, { test: 'number' }>): boolean {
  const numbers = values.filter((one) => typeof one === 'number')
  switch (operator) {
    case '==':
      return numbers.includes(value)
    case '!=':
      return !numbers.includes(value)
    case '<':
      return numbers.some((one) => one < value)
    case '<=':
      return numbers.some((one) => one <= value)
    case '>':
      return numbers.some((one) => one > value)
    case '>=':
      return numbers.some((one) => one >= value)
  }
}

function isText(values: readonly Value[], { dimension, operator, value }: Extract<Comparison, { test: 'text' }>): boolean {
  const sought = folded(dimension, value)
  const texts = values.map((one) => folded(dimension, String(one)))
  switch (operator) {
    case '==':
      return texts.includes(sought)
    case '!=':
      return !texts.includes(sought)
    case '=@':
      return texts.some((text) => text.includes(sought))
    case '!@':
      return !texts.some((text) => text.includes(sought))
    case '=^':
      return texts.some((text) => text.startsWith(sought))
    case '=$':
      return texts.some((text) => text.endsWith(sought))
  }
}

// Matomo's database compares so too: without regard to case, and URLs without their scheme and www.
function folded(dimension: string, text: string): string {
  const plain = text.normalize('NFC').toLowerCase()
  return dimension.endsWith('Url') ? plain.replace(/^https?:\/\/(www\.)?/, '') : plain
}
