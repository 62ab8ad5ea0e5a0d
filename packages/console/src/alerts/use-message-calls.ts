import type { ConversationRowView } from '@portico/protocol/conversations'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useTexts } from '../messages/language-context.tsx'
import { calls, monitoredIn } from '../monitoring/monitored.ts'
import { useMonitored } from '../monitoring/use-monitored.ts'
import { isolated } from '../parts/isolated.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { takeUnannounced } from './announce-once.ts'
import { isConsoleFocused } from './focus-lock.ts'
import { notify } from './notify.ts'
import { playInOneTab } from './play-in-one-tab.ts'
import { alertsTexts } from './texts.ts'

/**
 * A tone and a notification for words in conversations that I am called for, while nobody looks at the console. Of all tabs one says
 * it.
 */
export function useMessageCalls(): void {
  const { conversation } = useTexts(conversationsTexts)
  const { alerts } = useTexts(alertsTexts)
  const me = useMyId()
  const { state, channels, inbox } = useInbox()
  const { sound } = usePreferences()
  const chosen = useMonitored()
  const navigate = useNavigate()
  const known = useRef<ReadonlyMap<string, ConversationRowView>>(undefined)
  useEffect(() => {
    if (state === 'waiting') return
    const rows = new Map([...channels.flatMap((channel) => channel.rows), ...inbox.mine].map((row) => [row.id, row]))
    const before = known.current
    known.current = rows
    const moved = [...rows.values()].filter((row) => row !== before?.get(row.id))
    const fresh = moved.filter((row) => calls(row, { before: before?.get(row.id), of: monitoredIn(row, { chosen, me }), me }))
    if (fresh.length === 0) return
    const call = async () => {
      if (await isConsoleFocused()) return
      if (sound) void playInOneTab('message')
      const names = await takeUnannounced({ me, kind: 'message', names: fresh.map(saidIn) })
      for (const row of fresh.filter((each) => names.includes(saidIn(each)))) {
        notify(row, alerts.message(isolated(visitorName(row.visitor, conversation))), () => {
          void navigate({ to: '/inbox/$conversation', params: { conversation: row.id } })
        })
      }
    }
    void call()
  }, [state, channels, inbox.mine, chosen, me, sound, alerts, conversation, navigate])
}

const saidIn = ({ id, summary }: ConversationRowView) => `${id}:${summary.lastOrdinal}`
