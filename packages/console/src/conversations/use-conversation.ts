import type { ConversationView } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLive } from '../live/live-context.tsx'
import { useView } from '../live/use-view.ts'

/** `gone`: there is no such conversation, or it is not ours. */
export type Watched = { state: 'waiting' } | { state: 'gone' } | { state: 'here'; view: ConversationView }

/** Keeps one conversation up to date while it is looked at. */
export function useConversation(conversation: ConversationId): Watched {
  const live = useLive()
  const topic = `conversation:${conversation}` as const
  const [watched, setWatched] = useState<string>()
  useEffect(() => {
    const release = live.watch(topic)
    setWatched(topic)
    return release
  }, [live, topic])
  const view = useView<'conversation'>(topic)
  const kept = useSyncExternalStore(live.subscribe, () => live.topics().includes(topic))
  if (view) return { state: 'here', view }
  return { state: watched === topic && !kept ? 'gone' : 'waiting' }
}
