import { useCallback } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import { address } from '../requests/address.ts'
import { request } from '../requests/request.ts'
import { failureText } from '../requests/request-failure.ts'
import { forgetDrafts } from '../session/drafts.ts'
import { expectEnd, lock } from '../session/lock.ts'
import { tellOtherTabs } from '../session/other-tabs.ts'

/** Ends this session; what it had read or written is forgotten here, and a new page begins. */
export function useSignOut(): () => void {
  const messages = useMessages()
  return useCallback(() => {
    const leave = async () => {
      expectEnd(true)
      await request('/api/session', { method: 'DELETE' })
      forgetDrafts()
      tellOtherTabs({ said: 'left' })
      lock('leaving')
      location.replace(address('/sign-in'))
    }
    leave().catch((error: unknown) => {
      expectEnd(false)
      tell(failureText(messages, error), 'failed')
    })
  }, [messages])
}
