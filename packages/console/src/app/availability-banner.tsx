import { useUnavailableBecause } from '../presence/use-unavailable-because.ts'
import { Drawn } from '../rooms/drawn.tsx'

const notice = async () => (await import('../presence/availability-notice.tsx')).AvailabilityNotice

export function AvailabilityBanner() {
  const because = useUnavailableBecause()
  return because && <Drawn of={notice} with={{ because }} />
}
