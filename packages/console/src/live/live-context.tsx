import type { Live } from '@portico/client/live'
import { createContext, type ReactNode, useContext } from 'react'

const LiveContext = createContext<Live | undefined>(undefined)

/** Everything inside is drawn from one live connection. Who opened it closes it. */
export function LiveProvider({ live, children }: { live: Live; children: ReactNode }) {
  return <LiveContext value={live}>{children}</LiveContext>
}

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('used outside of LiveProvider')
  return live
}
