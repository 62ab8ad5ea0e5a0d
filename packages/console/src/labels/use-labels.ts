import type { OperatorId } from '@portico/protocol/ids'
import type { Label, LabelKind, Skills } from '@portico/protocol/labels'
import { useView } from '../live/use-view.ts'

const NONE: readonly never[] = []

/** Those of the site, of one kind or of all, by name. */
export function useLabels(kind?: LabelKind): readonly Label[] {
  const labels = useView<'settings'>('settings')?.labels ?? NONE
  return kind === undefined ? labels : labels.filter((label) => label.kind === kind)
}

export const useAllSkills = (): readonly Skills[] => useView<'settings'>('settings')?.skills ?? NONE

/** What somebody speaks and knows; nothing where he has not said. */
export function useSkills(operator: OperatorId): Skills {
  const known = useAllSkills().find((skills) => skills.operator === operator)
  return known ?? { operator, languages: [], expertise: [], country: null }
}
