import type { ConversationRowView } from '@portico/protocol/conversations'
import { useEffect } from 'react'
import { useLive } from '../live/live-context.tsx'

/** Of so many of one's own one hears whether their visitors are there; one connection watches 64 at most. */
export const WATCHED_MAX = 16

/** Watches the conversations that moved last, so that their rows say whether somebody is still there. */
export function useWatchedRows(rows: readonly ConversationRowView[]): void {
  const live = useLive()
  // Sorted: what only changes its place in the list is watched on.
  const ids = rows
    .slice(0, WATCHED_MAX)
    .map(({ id }) => id)
    .toSorted()
    .join(' ')
  useEffect(() => {
    const releases = ids
      .split(' ')
      .filter(Boolean)
      .map((id) => live.watch(`conversation:${id}`))
    return () => {
      for (const release of releases) release()
    }
  }, [live, ids])
}
