import type { ConversationId } from '@portico/protocol/ids'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useLive } from '../live/live-context.tsx'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import { helpTexts } from './texts.ts'

/** Comes to help, and goes there; whoever is second is told who was faster. */
export function useJoin(): (conversation: ConversationId) => Promise<void> {
  const live = useLive()
  const messages = useMessages()
  const { help } = useTexts(helpTexts)
  const navigate = useNavigate()
  return useCallback(
    async (conversation) => {
      const outcome = await live.send({ type: 'help.join', conversation })
      if (outcome.ok) return navigate({ to: '/inbox/$conversation', params: { conversation }, state: { focus: 'composer' } })
      const isTaken = outcome.refused === 'taken' && outcome.by
      tell(isTaken ? help.taken(isTaken.name) : messages.failure.command(refusalText(messages, outcome.refused)), 'failed')
    },
    [live, messages, help, navigate],
  )
}
