import { useEffect } from 'react'
import { useInbox } from '../conversations/inbox-context.tsx'

/** The icon of the tab has a dot while something waits. */
export function useFavicon(): void {
  const { inbox } = useInbox()
  const waits = inbox.requests.length + inbox.unread.size > 0
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
    icon?.setAttribute('href', `/assets/console/${waits ? 'icon-unread' : 'icon'}.svg`)
    return () => icon?.setAttribute('href', '/assets/console/icon.svg')
  }, [waits])
}
