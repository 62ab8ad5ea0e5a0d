import { useMyId } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'

export type UnavailableBecause = 'lowered' | 'chosen'

/** Why one is told that visitors do not count on one; undefined where nothing is to be said. */
export function useUnavailableBecause(): UnavailableBecause | undefined {
  const me = useMyId()
  const settings = useView<'settings'>('settings')
  const own = settings?.presences.find(({ operator }) => operator === me)
  if (!own || own.availability === 'everybody') return undefined
  if (own.loweredAt) return 'lowered'
  return settings?.presenceRules?.repeatsNotice ? 'chosen' : undefined
}
