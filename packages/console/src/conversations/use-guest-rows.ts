import type { ConversationRowView, ReadMark } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { useEffect, useMemo } from 'react'
import { useLive } from '../live/live-context.tsx'
import { useViews } from '../live/use-view.ts'
import { guestRow } from './guest-row.ts'

/** One connection watches 64 at most. */
const GUEST_MAX = 20

/** Conversations of other channels in which one has come to help: they are watched, and stand among one's own. */
export function useGuestRows(helping: readonly ConversationId[], marks: readonly ReadMark[]): readonly ConversationRowView[] {
  const live = useLive()
  const named = helping.slice(0, GUEST_MAX).join(' ')
  const topics = useMemo(
    () =>
      named
        .split(' ')
        .filter(Boolean)
        .map((id) => `conversation:${id}` as const),
    [named],
  )
  useEffect(() => {
    const releases = topics.map((topic) => live.watch(topic))
    return () => {
      for (const release of releases) release()
    }
  }, [live, topics])
  const views = useViews<'conversation'>(topics)
  return useMemo(
    () =>
      views.flatMap((view) =>
        view
          ? guestRow(
              view,
              marks.find(({ conversation }) => conversation === view.id),
            )
          : [],
      ),
    [views, marks],
  )
}
