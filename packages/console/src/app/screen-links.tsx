import { Link } from '@tanstack/react-router'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { capped } from '../parts/capped.ts'
import { Icon } from '../parts/icon.tsx'
import styles from './rail.module.css'
import { SCREENS } from './screens.ts'

export function ScreenLinks() {
  const { screens } = useMessages()
  return (
    <ul>
      {SCREENS.map(({ name, to, icon }) => (
        <li key={name}>
          <Link to={to} activeProps={{ 'aria-current': 'page' }}>
            <Icon of={icon} />
            {screens[name]}
            {name === 'inbox' && <InboxBadge />}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Requests and unread conversations together; said apart. */
function InboxBadge() {
  const { shell } = useMessages()
  const { inbox } = useInbox()
  const count = inbox.requests.length + inbox.unread.size
  if (count === 0) return null
  return (
    <b className={styles['badge']}>
      <span aria-hidden="true">{capped(count)}</span>
      <span className="hidden">{shell.badge(inbox.requests.length, inbox.unread.size)}</span>
    </b>
  )
}
