import type { ConversationView } from '@portico/protocol/conversations'
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import { useOutbox } from '../live/use-view.ts'
import { type Sending, sendingsOf } from './sending.ts'
import type { Sendings } from './sendings.ts'

export const SendingsContext = createContext<Sendings | undefined>(undefined)

export function useSendings(): Sendings {
  const sendings = useContext(SendingsContext)
  if (!sendings) throw new Error('used before signing in')
  return sendings
}

/** What is on its way into this conversation. */
export function useSendingsOf(view: ConversationView): readonly Sending[] {
  const store = useSendings()
  const known = useSyncExternalStore(store.subscribe, store.all)
  const outbox = useOutbox()
  return useMemo(
    () => sendingsOf({ conversation: view.id, known, outbox, lines: view.lines }),
    [view.id, view.lines, known, outbox],
  )
}
