import type { ConversationView, Staff } from '@portico/protocol/conversations'
import type { SettingsView } from '@portico/protocol/workspace'
import { presenceState, type PresenceState } from '../presence/presence-state.ts'

/** `part`: he has taken it, is asked and has not accepted yet, is invited, reads along, or has left. */
type SeatShown = Staff & { part: 'taken' | 'asked' | 'invited' | 'observes' | 'left'; state: PresenceState }

type Known = { settings: Pick<SettingsView, 'colleagues' | 'presences'>; now: number }

/** Who is in it, was, or is asked to come; a mark says first whether he is in it, and only then whether he is there (PR9). */
export function seatsOf(
  view: Pick<ConversationView, 'phase' | 'offer' | 'came' | 'observers' | 'invited'>,
  { settings, now }: Known,
): SeatShown[] {
  const { phase, offer, came = [], observers = [], invited = [] } = view
  if (phase.state === 'closed') return []
  const within = phase.state === 'active' ? phase.operators : []
  const asked = settings.colleagues.find(({ id }) => id === offer?.operator)
  const named = new Set([...within, ...observers, ...invited.map(({ operator }) => operator)].map(({ id }) => id))
  const left = came.filter(({ id }) => id !== asked?.id && !named.has(id))
  const stateOf = ({ id }: Staff) =>
    presenceState(
      settings.presences.find(({ operator }) => operator === id),
      now,
    )
  return [
    ...within.map((each) => ({ ...each, part: 'taken', state: stateOf(each) }) as const),
    ...(asked ? [{ id: asked.id, name: asked.name, part: 'asked', state: 'inactive' } as const] : []),
    ...invited.map(({ operator }) => ({ ...operator, part: 'invited', state: 'inactive' }) as const),
    ...observers.map((each) => ({ ...each, part: 'observes', state: stateOf(each) }) as const),
    ...left.map((each) => ({ ...each, part: 'left', state: 'inactive' }) as const),
  ]
}
