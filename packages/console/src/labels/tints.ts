import type { Label } from '@portico/protocol/labels'

export const TINTS = [1, 2, 3, 4, 5, 6] as const
type Tint = (typeof TINTS)[number]

/** The colour that fewest have: what is made on the way is told apart from what is there. */
export function freshTint(labels: readonly Label[]): Tint {
  const counted = TINTS.map((tint) => ({ tint, count: labels.filter((label) => label.tint === tint).length }))
  return counted.reduce((least, each) => (each.count < least.count ? each : least)).tint
}
