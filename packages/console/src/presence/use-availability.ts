import { useMyId } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useOutbox, useView } from '../live/use-view.ts'

/** My switch, which has two of the three positions; not known before it has arrived. While the newest change is under way it shows what I wished. */
export function useAvailability(): { known: boolean; available: boolean; set: (available: boolean) => void } {
  const command = useCommand()
  const me = useMyId()
  const presences = useView<'settings'>('settings')?.presences
  const wished = useOutbox().findLast(({ command }) => command.type === 'availability.set')?.command
  const stored = presences?.find((presence) => presence.operator === me)?.availability
  const set = (available: boolean) =>
    void command({ type: 'availability.set', availability: available ? 'everybody' : 'unavailable' })
  return {
    known: presences !== undefined,
    available: (wished?.type === 'availability.set' ? wished.availability : stored) === 'everybody',
    set,
  }
}
