import type { ConversationId } from '@portico/protocol/ids'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { inFrames } from '../live/in-frames.ts'
import { useLive } from '../live/live-context.tsx'
import { openVisitorPresences, type VisitorPresence, type VisitorPresences } from './visitor-presence.ts'

const VisitorPresenceContext = createContext<VisitorPresences | undefined>(undefined)

export function VisitorPresenceProvider({ children }: { children: ReactNode }) {
  const live = useLive()
  const [visitors, setVisitors] = useState<VisitorPresences>()
  useEffect(() => {
    const opened = openVisitorPresences(live)
    setVisitors({ ...opened, subscribe: inFrames(opened.subscribe) })
    return opened.close
  }, [live])
  return <VisitorPresenceContext value={visitors}>{children}</VisitorPresenceContext>
}

/** Of the visitor of a conversation one looks at; undefined until it is told. */
export function useVisitorPresence(conversation: ConversationId): VisitorPresence | undefined {
  const visitors = useContext(VisitorPresenceContext)
  return useSyncExternalStore(visitors?.subscribe ?? never, () => visitors?.of(`conversation:${conversation}`))
}

const never = () => () => {}
