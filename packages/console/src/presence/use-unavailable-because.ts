import { useMyId } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'
import { unavailableBecause } from './unavailable-because.ts'

export function useUnavailableBecause() {
  const me = useMyId()
  const settings = useView<'settings'>('settings')
  return unavailableBecause(
    settings?.presences.find(({ operator }) => operator === me),
    settings?.presenceRules?.repeatsNotice,
  )
}
