import type { ConversationId } from '@portico/protocol/ids'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useLive } from '../live/live-context.tsx'
import { type Away, type AwayVisitors, openAwayVisitors } from './away-visitors.ts'

const AwayVisitorsContext = createContext<AwayVisitors | undefined>(undefined)

export function AwayVisitorsProvider({ children }: { children: ReactNode }) {
  const live = useLive()
  const [visitors, setVisitors] = useState<AwayVisitors>()
  useEffect(() => {
    const opened = openAwayVisitors(live)
    setVisitors(opened)
    return opened.close
  }, [live])
  return <AwayVisitorsContext value={visitors}>{children}</AwayVisitorsContext>
}

/** Since when the visitor of this conversation has not been connected; undefined while he is. */
export function useVisitorAway(conversation: ConversationId): Away | undefined {
  const visitors = useContext(AwayVisitorsContext)
  return useSyncExternalStore(visitors?.subscribe ?? never, () => visitors?.of(`conversation:${conversation}`))
}

const never = () => () => {}
