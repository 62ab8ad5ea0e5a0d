import { dimensionOf, type Acts, type Value } from './segment-dimension.ts'
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
  return visitor.visits.some((visit) => fulfils(segment, visitor, visit))
}

/** How a comparison stands: `holds` is of each act where it asks of acts, and else of the visit alone. */
type Stand = { of: Acts | 'visit'; holds: readonly boolean[] }

function fulfils(segment: Segment, visitor: VisitorProfile, visit: VisitProfile): boolean {
  const ofActs: Record<Acts, (readonly Stand[])[]> = { pages: [], searches: [], events: [], goals: [] }
  for (const clause of segment) {
    const stands = clause.map((comparison) => standOf(comparison, visitor, visit))
    if (stands.some(({ of, holds }) => of === 'visit' && holds.includes(true))) continue
    const acts = stands.filter(({ of }) => of !== 'visit')
    const [of = 'visit', ...others] = new Set(acts.map((stand) => stand.of))
    if (of !== 'visit' && others.length === 0) ofActs[of].push(acts)
    else if (!acts.some(({ holds }) => holds.includes(true))) return false
  }
  return Object.values(ofActs).every(holdForOne)
}

/** What is asked of acts of one kind has to hold for one and the same of them. */
function holdForOne(clauses: readonly (readonly Stand[])[]): boolean {
  const acts = clauses[0]?.[0]?.holds
  return !acts || acts.some((_, act) => clauses.every((stands) => stands.some(({ holds }) => holds[act])))
}

function standOf(comparison: Comparison, visitor: VisitorProfile, visit: VisitProfile): Stand {
  const { of, read } = dimensionOf(comparison.dimension)
  const holds = read(visit, visitor).map(testOf(comparison))
  const isDenial = comparison.operator === '!@' || (comparison.operator === '!=' && comparison.test !== 'presence')
  return isDenial ? { of: 'visit', holds: [holds.every(Boolean)] } : { of, holds }
}

function testOf(comparison: Comparison): (value: Value | null) => boolean {
  switch (comparison.test) {
    case 'number':
      return (value) => isNumber(typeof value === 'number' ? value : null, comparison)
    case 'text':
      return textTest(comparison)
    case 'presence':
      return (value) => isEmpty(comparison.dimension, value) === (comparison.operator === '==')
  }
}

/** Nothing, and what Matomo keeps as 0: a new visitor is one there. */
function isEmpty(dimension: string, value: Value | null): boolean {
  if (dimension === 'visitorType' && value === 'new') return true
  return value === null || value === '' || value === 0 || value === '0'
}

function isNumber(number: number | null, { operator, value }: Extract<Comparison, { test: 'number' }>): boolean {
  if (number === null) return operator === '!='
  switch (operator) {
    case '==':
      return number === value
    case '!=':
      return number !== value
    case '<':
      return number < value
    case '<=':
      return number <= value
    case '>':
      return number > value
    case '>=':
      return number >= value
  }
}

function textTest({ dimension, operator, value }: Extract<Comparison, { test: 'text' }>): (value: Value | null) => boolean {
  const isExact = operator === '==' || operator === '!='
  const form = isExact && dimensionOf(dimension).exactness === 'same case' ? plain : folded
  const sought = form(dimension, value)
  return (read) => {
    if (read === null || read === '') return operator === '!=' || operator === '!@'
    return isText(form(dimension, String(read)), operator, sought)
  }
}

function isText(text: string, operator: TextOperator, sought: string): boolean {
  switch (operator) {
    case '==':
      return text === sought
    case '!=':
      return text !== sought
    case '=@':
      return text.includes(sought)
    case '!@':
      return !text.includes(sought)
    case '=^':
      return text.startsWith(sought)
    case '=$':
      return text.endsWith(sought)
  }
}

function folded(dimension: string, text: string): string {
  return plain(dimension, text).toLowerCase()
}

/** Matomo keeps addresses of pages, and of nothing else, without their scheme and www. */
function plain(dimension: string, text: string): string {
  const composed = text.normalize('NFC')
  return /pageUrl$/i.test(dimension) ? composed.replace(/^https?:\/\/(www\.)?/i, '') : composed
}
