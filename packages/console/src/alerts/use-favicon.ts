import { useEffect } from 'react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { address } from '../requests/address.ts'

/** The icon of the tab has a dot while something waits. */
export function useFavicon(): void {
  const { inbox, calling } = useInbox()
  const waits = calling.length + inbox.unread.size > 0
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
    icon?.setAttribute('href', address(`/assets/console/${waits ? 'icon-unread' : 'icon'}.svg`))
    return () => icon?.setAttribute('href', address('/assets/console/icon.svg'))
  }, [waits])
}
