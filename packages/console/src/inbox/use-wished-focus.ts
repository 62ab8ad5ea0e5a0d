import type { ConversationId } from '@portico/protocol/ids'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

declare module '@tanstack/history' {
  interface HistoryState {
    /** Where the focus goes when a conversation opens: to write, or to go on with the keys. */
    focus?: 'composer' | 'log'
    /** The list brings the conversation into sight: it was not chosen there. */
    follow?: boolean
  }
}

const PHONE = '(max-width: 720px)'

/** The composer's field, and the focus as the one who opened the conversation wished it. A phone's keyboard never pops up by itself. */
export function useWishedFocus(conversation: ConversationId) {
  const field = useRef<HTMLTextAreaElement>(null)
  const pane = useRef<HTMLElement>(null)
  const { focus, __TSR_key: visit } = useLocation().state
  useEffect(() => {
    if (focus === undefined) return
    const target = focus === 'composer' && !matchMedia(PHONE).matches ? field.current : null
    const log = pane.current?.querySelector<HTMLElement>('[role=log]')
    ;(target ?? log)?.focus({ preventScroll: true })
  }, [conversation, focus, visit])
  // The box may change with the wish; its field has the focus once it is drawn.
  const toField = () => requestAnimationFrame(() => field.current?.focus())
  return { field, pane, toField }
}
