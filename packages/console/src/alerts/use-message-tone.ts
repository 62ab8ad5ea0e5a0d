import { useEffect, useRef } from 'react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { isConsoleFocused } from './focus-lock.ts'
import { playInOneTab } from './play-in-one-tab.ts'

/** A tone for words of the visitor in a conversation of mine while nobody looks at the console. */
export function useMessageTone(): void {
  const { state, inbox } = useInbox()
  const { sound } = usePreferences()
  const known = useRef<ReadonlyMap<string, number>>(undefined)
  useEffect(() => {
    if (state === 'waiting') return
    const before = known.current
    known.current = inbox.unread
    if (!sound || !before || [...inbox.unread].every(([id, count]) => count <= (before.get(id) ?? 0))) return
    void isConsoleFocused().then((focused) => (focused ? undefined : playInOneTab('message')))
  }, [state, inbox.unread, sound])
}
