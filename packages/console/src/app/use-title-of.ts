import { useCallback } from 'react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useView } from '../live/use-view.ts'
import { useMessages } from '../messages/language-context.tsx'

/** How a screen is called in the title of the tab, with the count of what waits for me. */
export function useTitleOf(): (screen: string) => string {
  const { shell } = useMessages()
  const { inbox, calling } = useInbox()
  const site = useView<'settings'>('settings')?.siteName ?? 'Portico'
  const count = calling.length + inbox.unread.size
  return useCallback((screen) => shell.title(count, screen, site), [shell, count, site])
}
