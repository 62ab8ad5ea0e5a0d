import type { ConversationView, Staff } from '@portico/protocol/conversations'
import type { SettingsView } from '@portico/protocol/workspace'
import { presenceState, type PresenceState } from '../presence/presence-state.ts'

/** `part`: he has taken it, is asked and has not accepted yet, or has left. */
type SeatShown = Staff & { part: 'taken' | 'asked' | 'left'; state: PresenceState }

type Known = { settings: Pick<SettingsView, 'colleagues' | 'presences'>; now: number }

/** Who is in it, was, or is asked to come; a mark says first whether he is in it, and only then whether he is there (PR9). */
export function seatsOf(view: Pick<ConversationView, 'phase' | 'offer' | 'came'>, { settings, now }: Known): SeatShown[] {
  const { phase, offer, came = [] } = view
  if (phase.state === 'closed') return []
  const within = phase.state === 'active' ? phase.operators : []
  const asked = settings.colleagues.find(({ id }) => id === offer?.operator)
  const left = came.filter(({ id }) => id !== asked?.id && within.every((each) => each.id !== id))
  const stateOf = ({ id }: Staff) =>
    presenceState(
      settings.presences.find(({ operator }) => operator === id),
      now,
    )
  return [
    ...within.map((each) => ({ ...each, part: 'taken', state: stateOf(each) }) as const),
    ...(asked ? [{ id: asked.id, name: asked.name, part: 'asked', state: 'inactive' } as const] : []),
    ...left.map((each) => ({ ...each, part: 'left', state: 'inactive' }) as const),
  ]
}
