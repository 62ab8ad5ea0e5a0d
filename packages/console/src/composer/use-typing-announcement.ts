import type { ConversationId } from '@portico/protocol/ids'
import { useCallback, useEffect, useRef } from 'react'
import { useLive } from '../live/live-context.tsx'
import type { Box } from '../conversations/sending.ts'
import { mayAnnounceTyping } from './typing-announcement.ts'

/** Tells the others that I type, not more often than the server takes it. */
export function useTypingAnnouncement(conversation: ConversationId, box: Box): () => void {
  const live = useLive()
  const lastAt = useRef<number>(undefined)
  useEffect(() => {
    lastAt.current = undefined
  }, [conversation, box])
  return useCallback(() => {
    const now = Date.now()
    if (!mayAnnounceTyping(lastAt.current, now)) return
    lastAt.current = now
    live.sendFleeting({ type: 'typing', conversation, box })
  }, [live, conversation, box])
}
