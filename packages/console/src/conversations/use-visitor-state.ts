import { useNow } from '../live/use-now.ts'
import { useView } from '../live/use-view.ts'
import type { VisitorPresence } from './visitor-presence.ts'
import { visitorState } from './visitor-state.ts'

/** By the time and the threshold of the site. */
export function useVisitorState(presence: VisitorPresence, wroteAt: number | undefined) {
  const awayMs = useView<'settings'>('settings')?.presenceRules?.visitorAwayMs
  return visitorState(presence, { now: useNow(), awayMs, wroteAt })
}
