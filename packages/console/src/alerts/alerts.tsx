import { useEffect } from 'react'
import { holdFocusLock } from './focus-lock.ts'
import { useFavicon } from './use-favicon.ts'
import { useMessageCalls } from './use-message-calls.ts'
import { useRinging } from './use-ringing.ts'
import { useRequestAlerts } from './use-request-alerts.ts'

/** What calls somebody who does not look: notification, sound, mark on the tab. It draws nothing but a spoken line. */
export function Alerts() {
  useEffect(holdFocusLock, [])
  const spoken = useRequestAlerts()
  useMessageCalls()
  useRinging()
  useFavicon()
  return (
    <p className="hidden" role="status">
      {spoken}
    </p>
  )
}
