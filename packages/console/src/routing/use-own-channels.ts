import { seenIn, useLevels } from '../auth/use-levels.ts'
import { useView } from '../live/use-view.ts'

/** Those in which one may take part, by name: what one sends on goes to one of these. */
export function useOwnChannels() {
  const levels = useLevels()
  const seen = levels ? seenIn(levels) : []
  return (useView<'settings'>('settings')?.channels ?? []).filter(({ id }) => seen.includes(id))
}
