import type { ConversationId } from '@portico/protocol/ids'
import { useCallback, useState } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import type { Box } from '../conversations/sending.ts'

const PREFIX = 'portico.draft.'

/** What one is writing, kept for each conversation and box while the tab lives: nobody finds what another has left. */
export function useDraft(conversation: ConversationId, box: Box): [string, (text: string) => void] {
  const key = `${PREFIX}${useMyId()}.${box}.${conversation}`
  const [draft, setDraft] = useState({ key, text: sessionStorage.getItem(key) ?? '' })
  const change = useCallback(
    (text: string) => {
      if (text === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, text)
      setDraft({ key, text })
    },
    [key],
  )
  return [draft.key === key ? draft.text : (sessionStorage.getItem(key) ?? ''), change]
}

/** Whoever signs in next in this tab finds nothing half written. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
