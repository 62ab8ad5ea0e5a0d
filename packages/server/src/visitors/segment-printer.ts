import { printSegmentValue } from './segment-value.ts'
import type { Comparison, Segment } from './segment.ts'

/** The text that is parsed to this segment again. */
export function printSegment(segment: Segment): string {
  return segment.map((clause) => clause.map(printComparison).join(',')).join(';')
}

function printComparison(comparison: Comparison): string {
  const { dimension, operator } = comparison
  switch (comparison.test) {
    case 'number':
      return `${dimension}${operator}${comparison.value}`
    case 'text':
      return `${dimension}${operator}${printSegmentValue(comparison.value)}`
    case 'presence':
      return `${dimension}${operator}`
  }
}
