import { useInbox } from '../conversations/inbox-context.tsx'
import { useTexts } from '../messages/language-context.tsx'
import { Badge } from '../parts/badge.tsx'
import { inboxTexts } from './texts.ts'

/** Requests and unread conversations together; said apart. */
export function InboxBadge() {
  const { inbox: words } = useTexts(inboxTexts)
  const { inbox } = useInbox()
  return <Badge count={inbox.requests.length + inbox.unread.size} said={words.badge(inbox.requests.length, inbox.unread.size)} />
}
