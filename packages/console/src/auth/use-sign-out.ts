import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { forgetDrafts } from '../conversations/use-draft.ts'
import { useMessages } from '../messages/language-context.tsx'
import { tell } from '../parts/told.tsx'
import { failureText } from '../requests/request-failure.ts'
import { request } from '../requests/request.ts'
import { startQuery } from './start.ts'

/** Ends this session; what it had read or written is forgotten here. */
export function useSignOut(): () => void {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const messages = useMessages()
  return useCallback(() => {
    const leave = async () => {
      await request('/api/session', { method: 'DELETE' })
      forgetDrafts()
      queries.clear()
      await queries.fetchQuery(startQuery)
      await navigate({ to: '/sign-in' })
    }
    leave().catch((error: unknown) => tell(failureText(messages, error), 'failed'))
  }, [queries, navigate, messages])
}
