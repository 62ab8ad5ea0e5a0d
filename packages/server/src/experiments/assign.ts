import type { VisitorId } from '@portico/protocol/ids'
import { fractionOf } from './fraction-of.ts'

/** The site's holdout belongs to the site, not to the experiment: whoever is in it is in none of the site's experiments. */
export type Experiment = {
  id: string
  site: string
  holdoutShare: number
  variants: readonly { id: string; weight: number }[]
}

type Assignment = { state: 'held-out' } | { state: 'assigned'; variant: string }

export function assign(visitor: VisitorId, experiment: Experiment): Assignment {
  const { id, site, holdoutShare, variants } = experiment
  if (fractionOf('holdout', site, visitor) < holdoutShare) return { state: 'held-out' }
  const weights = variants.reduce((sum, variant) => sum + variant.weight, 0)
  let left = fractionOf('variant', id, visitor) * weights
  const drawn = variants.find((variant) => (left -= variant.weight) < 0)
  if (!drawn) throw new RangeError(`no variant of experiment ${id} has a weight above 0`)
  return { state: 'assigned', variant: drawn.id }
}
