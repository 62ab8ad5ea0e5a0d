import { openOperatorLive } from '@portico/client/open-live'
import type { Live } from '@portico/client/live'
import { useRouteContext } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { openActions } from '../actions/actions.ts'
import { ActionsContext } from '../actions/use-action.ts'
import { lock, lockOf } from '../session/lock.ts'
import { MyIdContext } from '../auth/me-context.tsx'
import { onOtherTab } from '../session/other-tabs.ts'
import { VisitorPresenceProvider } from '../conversations/visitor-presence-context.tsx'
import { InboxProvider } from '../conversations/inbox-context.tsx'
import { openSendings } from '../conversations/sendings.ts'
import { openTakenRequests, TakenContext } from '../conversations/taken.ts'
import { SendingsContext } from '../conversations/use-sendings.ts'
import { inFrames } from '../live/in-frames.ts'
import { LiveProvider } from '../live/live-context.tsx'
import { tabSurroundings } from '../live/tab-surroundings.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { Frame } from './frame.tsx'
import { PortraitsProvider } from './portraits-provider.tsx'

/** The live connection of the one who is signed in, and everything that is drawn from it. */
export function SignedIn() {
  const { me } = useRouteContext({ from: '/in' })
  const [live, setLive] = useState<Live>()
  useEffect(() => {
    const opened = openOperatorLive(tabSurroundings())
    setLive({ ...opened, subscribe: inFrames(opened.subscribe) })
    const stop = opened.subscribe(() => {
      const link = opened.link()
      const why = link.state === 'ended' ? lockOf(link.code) : undefined
      if (why) lock(why)
    })
    return () => {
      stop()
      setLive(undefined)
      opened.close()
    }
  }, [me])
  // Another tab of this browser is another's now, and so is the cookie.
  useEffect(() => onOtherTab((heard) => heard.said === 'entered' && heard.operator !== me && lock('ended')), [me])
  if (!live) return <Skeleton />
  return (
    <MyIdContext value={me}>
      <LiveProvider live={live}>
        <VisitorPresenceProvider>
          <PortraitsProvider>
            <OfOneConnection live={live} />
          </PortraitsProvider>
        </VisitorPresenceProvider>
      </LiveProvider>
    </MyIdContext>
  )
}

function OfOneConnection({ live }: { live: Live }) {
  const sendings = useMemo(() => openSendings(live), [live])
  const taken = useMemo(openTakenRequests, [])
  const actions = useMemo(openActions, [])
  return (
    <SendingsContext value={sendings}>
      <TakenContext value={taken}>
        <ActionsContext value={actions}>
          <InboxProvider>
            <Frame />
          </InboxProvider>
        </ActionsContext>
      </TakenContext>
    </SendingsContext>
  )
}
