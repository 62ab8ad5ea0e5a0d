import type { ConversationRowView } from '@portico/protocol/conversations'
import type { Live } from '@portico/client/live'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useContext } from 'react'
import { useLive } from '../live/live-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import { secondsBefore, TakenContext } from './taken.ts'

/** Accepts a request and goes there; or says who was first. */
export function useAccept(): (row: ConversationRowView) => void {
  const live = useLive()
  const taken = useContext(TakenContext)
  const navigate = useNavigate()
  const messages = useMessages()
  return useCallback(
    (row) => {
      const clickedAt = Date.now() + live.clockSkewMs()
      const accept = async () => {
        const outcome = await live.send({ type: 'conversation.accept', conversation: row.id })
        if (outcome.ok)
          return navigate({ to: '/inbox/$conversation', params: { conversation: row.id }, state: { focus: 'composer' } })
        if (outcome.refused === 'taken' && outcome.by) {
          const acceptedAt = acceptedAtOf(live, row) ?? clickedAt
          return taken.add({ row, by: outcome.by, secondsBefore: secondsBefore({ acceptedAt, clickedAt }) })
        }
        return tell(messages.failure.command(refusalText(messages, outcome.refused)), 'failed')
      }
      void accept()
    },
    [live, taken, navigate, messages],
  )
}

function acceptedAtOf(live: Live, row: ConversationRowView): number | undefined {
  const phase = live.view<'channel'>(`channel:${row.channel}`)?.rows.find((known) => known.id === row.id)?.phase
  return phase?.state === 'active' ? phase.at : undefined
}
