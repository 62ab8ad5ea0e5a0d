import { useEffect } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { useAvailability } from '../presence/use-availability.ts'
import { callsFor } from './announced.ts'
import { playInOneTab } from './play-in-one-tab.ts'

const RINGS_EVERY_MS = 8000
/** Meanwhile no other tab rings. */
const HELD_MS = RINGS_EVERY_MS - 500

/** For whoever has chosen so the tone of a request comes again until none waits, in one tab of the browser. */
export function useRinging(): void {
  const me = useMyId()
  const waits = callsFor(me, useInbox().calling).length > 0
  const { sound, repeats } = usePreferences()
  const { available } = useAvailability()
  const rings = waits && sound && repeats && available
  useEffect(() => {
    if (!rings) return undefined
    const timer = setInterval(() => void playInOneTab('request', HELD_MS), RINGS_EVERY_MS)
    return () => clearInterval(timer)
  }, [rings])
}
