import type { Fleeting } from '@portico/protocol/fleeting'
import type { ConversationId } from '@portico/protocol/ids'
import { useEffect, useState } from 'react'
import { useLive } from '../live/live-context.tsx'

/** Announced at most every 3 s; after so long without a word nobody types any more. */
const TYPING_SHOWN_MS = 5000
const DRAFT_SHOWN_MS = 15_000

type Typing = Extract<Fleeting, { type: 'typing' }>

/** Who types here at the moment, and what the visitor has not sent yet, where the channel shows it. */
export function useFleeting(conversation: ConversationId, lines: number): { typing: Typing | undefined; draft: string } {
  const live = useLive()
  const [typing, setTyping] = useState<Typing>()
  const [draft, setDraft] = useState('')
  useEffect(
    () =>
      live.onFleeting((topic, message) => {
        if (topic !== `conversation:${conversation}`) return
        if (message.type === 'typing') setTyping(message)
        if (message.type === 'draft') setDraft(message.text)
      }),
    [live, conversation],
  )
  useEffect(() => {
    setTyping(undefined)
    setDraft('')
  }, [conversation, lines])
  useEffect(() => lapse(typing !== undefined, TYPING_SHOWN_MS, () => setTyping(undefined)), [typing])
  useEffect(() => lapse(draft !== '', DRAFT_SHOWN_MS, () => setDraft('')), [draft])
  return { typing, draft }
}

function lapse(shown: boolean, ms: number, hide: () => void): (() => void) | undefined {
  if (!shown) return undefined
  const timer = setTimeout(hide, ms)
  return () => clearTimeout(timer)
}
