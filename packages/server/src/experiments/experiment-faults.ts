import type { Fault } from '@portico/protocol/faults'
import type { Experiment } from './assign.ts'

export type ExperimentFault = Fault<'not-a-share' | 'too-few' | 'too-many' | 'id-twice' | 'not-a-weight'>

const VARIANTS_MIN = 2
const VARIANTS_MAX = 20

/** What keeps an experiment from running, each with its place; none means `assign` may be trusted with it. */
export function experimentFaults({ holdoutShare, variants }: Experiment): readonly ExperimentFault[] {
  const faults: ExperimentFault[] = []
  if (!(holdoutShare >= 0 && holdoutShare < 1)) {
    faults.push({ place: 'holdoutShare', fault: 'not-a-share', seen: `${holdoutShare}` })
  }
  if (variants.length < VARIANTS_MIN) {
    faults.push({ place: 'variants', fault: 'too-few', seen: `${variants.length}`, expected: `${VARIANTS_MIN}` })
  }
  if (variants.length > VARIANTS_MAX) {
    faults.push({ place: 'variants', fault: 'too-many', seen: `${variants.length}`, expected: `${VARIANTS_MAX}` })
  }
  const seen = new Map<string, number>()
  for (const [index, { id, weight }] of variants.entries()) {
    const earlier = seen.get(id)
    if (earlier !== undefined) {
      faults.push({ place: `variants[${index}].id`, fault: 'id-twice', seen: id, expected: `variants[${earlier}].id` })
    }
    seen.set(id, earlier ?? index)
    if (!(weight > 0 && Number.isFinite(weight))) {
      faults.push({ place: `variants[${index}].weight`, fault: 'not-a-weight', seen: `${weight}` })
    }
  }
  return faults
}
