import type { ConversationRowView } from '@portico/protocol/conversations'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useTexts } from '../messages/language-context.tsx'
import { isolated } from '../parts/isolated.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { useAvailability } from '../presence/use-availability.ts'
import { callsFor, nameOf } from './announced.ts'
import { takeUnannounced } from './announce-once.ts'
import { isConsoleFocused } from './focus-lock.ts'
import { closeNotifications, notify } from './notify.ts'
import { alertsTexts } from './texts.ts'
import { playTone } from './tone.ts'

/**
 * Announces each request of My channels once to this operator in this browser, over all tabs and page loads: a tone, and a notification
 * unless somebody looks at the console. Whoever has switched availability off is left in peace. Returns what is to be spoken.
 */
export function useRequestAlerts(): string {
  const { conversation } = useTexts(conversationsTexts)
  const { alerts } = useTexts(alertsTexts)
  const me = useMyId()
  const { calling } = useInbox()
  const { sound } = usePreferences()
  const { available } = useAvailability()
  const navigate = useNavigate()
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const mine = callsFor(me, calling)
    if (!available || mine.length === 0) return
    const call = async () => {
      const fresh = await takeUnannounced({ me, kind: 'request', names: mine.map(nameOf) })
      const rows = mine.filter((row) => fresh.includes(nameOf(row)))
      const newest = rows.at(-1)
      if (!newest) return
      setSpoken(alerts.request(isolated(visitorName(newest.visitor, conversation))))
      if (sound) void playTone('request')
      if (await isConsoleFocused()) return
      for (const row of rows) notify(row, alerts.request(isolated(visitorName(row.visitor, conversation))), () => open(row))
    }
    const open = (row: ConversationRowView) => void navigate({ to: '/inbox/$conversation', params: { conversation: row.id } })
    void call()
  }, [calling, me, available, sound, alerts, conversation, navigate])
  useEffect(() => closeNotifications, [])
  return spoken
}
