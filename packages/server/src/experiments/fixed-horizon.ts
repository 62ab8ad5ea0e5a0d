import { compare, type Comparison, type Pairing } from './comparison.ts'
import { normalQuantile } from './normal-quantile.ts'

/**
 * The textbook interval: valid at one look, chosen beforehand, and at no other. Units as in `compare`; Wald, criticalValue z(1 − alpha/2).
 * Shown beside the always-valid one where somebody asks what other tools would say; no verdict is made from it.
 */
export function fixedHorizon(pairing: Pairing, alpha: number): Comparison {
  return compare(pairing, normalQuantile(1 - alpha / 2))
}
