import { useInbox } from '../conversations/inbox-context.tsx'
import { useView } from '../live/use-view.ts'
import { useMessages } from '../messages/language-context.tsx'
import { useTitle } from '../parts/use-title.ts'

/** The title of a screen, with the count of what waits for me. */
export function useConsoleTitle(screen: string): void {
  const { shell } = useMessages()
  const { inbox } = useInbox()
  const site = useView<'settings'>('settings')?.siteName ?? 'Portico'
  useTitle(shell.title(inbox.requests.length + inbox.unread.size, screen, site))
}
