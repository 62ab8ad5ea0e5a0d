import { useInbox } from '../conversations/inbox-context.tsx'
import { useTexts } from '../messages/language-context.tsx'
import { Badge } from '../parts/badge.tsx'
import { inboxTexts } from './texts.ts'

/** Requests and unread conversations together; said apart. */
export function InboxBadge() {
  const { inbox: words } = useTexts(inboxTexts)
  const { inbox, calling } = useInbox()
  return <Badge count={calling.length + inbox.unread.size} said={words.badge(calling.length, inbox.unread.size)} />
}
