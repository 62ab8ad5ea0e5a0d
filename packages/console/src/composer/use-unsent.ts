import type { ConversationId } from '@portico/protocol/ids'
import { useCallback, useState } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import type { Box } from '../conversations/sending.ts'
import { draftKey } from '../session/drafts.ts'

/** What one is writing, kept for each conversation and box while the tab lives: nobody finds what another has left. */
export function useUnsent(conversation: ConversationId, box: Box): [string, (text: string) => void] {
  const key = draftKey(useMyId(), box, conversation)
  const [unsent, setUnsent] = useState({ key, text: sessionStorage.getItem(key) ?? '' })
  const change = useCallback(
    (text: string) => {
      if (text === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, text)
      setUnsent({ key, text })
    },
    [key],
  )
  return [unsent.key === key ? unsent.text : (sessionStorage.getItem(key) ?? ''), change]
}
