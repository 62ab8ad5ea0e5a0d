import type { ConversationId } from '@portico/protocol/ids'
import { useCallback } from 'react'
import { useLive } from '../live/live-context.tsx'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import { conversationsTexts } from './texts.ts'

/** Takes up what has ended, or says why not. */
export function useReopen(): (conversation: ConversationId) => Promise<void> {
  const live = useLive()
  const messages = useMessages()
  const { conversation: words } = useTexts(conversationsTexts)
  return useCallback(
    async (conversation) => {
      const outcome = await live.send({ type: 'conversation.reopen', conversation })
      if (outcome.ok) return
      const { refused, by } = outcome
      if (refused === 'exists') return tell(words.reopenExists, 'failed')
      if (refused === 'taken' && by) return tell(words.reopenTaken(by.name), 'failed')
      tell(messages.failure.command(refusalText(messages, refused)), 'failed')
    },
    [live, messages, words],
  )
}
