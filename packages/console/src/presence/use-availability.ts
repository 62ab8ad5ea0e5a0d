import type { Availability } from '@portico/protocol/availabilities'
import { useMyId } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useOutbox, useView } from '../live/use-view.ts'

type Switch = {
  known: boolean
  availability: Availability
  /** Whether visitors may count on me. */
  available: boolean
  set: (availability: Availability) => void
}

/** My switch; not known before it has arrived. While the newest change is under way it shows what I wished. */
export function useAvailability(): Switch {
  const command = useCommand()
  const me = useMyId()
  const presences = useView<'settings'>('settings')?.presences
  const wished = useOutbox().findLast(({ command }) => command.type === 'availability.set')?.command
  const stored = presences?.find((presence) => presence.operator === me)?.availability
  const availability = (wished?.type === 'availability.set' ? wished.availability : stored) ?? 'unavailable'
  return {
    known: presences !== undefined,
    availability,
    available: availability === 'everybody',
    set: (wish) => void command({ type: 'availability.set', availability: wish }),
  }
}
