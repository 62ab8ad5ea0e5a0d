import type { ChannelId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/language-context.tsx'
import styles from './channels.module.css'
import { CHANNEL_SECTIONS } from './sections.ts'

export function SectionLinks({ channel }: { channel: ChannelId }) {
  const { channels } = useMessages()
  return (
    <nav className={styles['sections']} aria-label={channels.sections}>
      {CHANNEL_SECTIONS.map((section) => (
        <Link
          key={section}
          to="/channels/$channel"
          params={{ channel }}
          search={section === 'general' ? {} : { section }}
          activeOptions={{ exact: true, includeSearch: true }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {channels[section]}
        </Link>
      ))}
    </nav>
  )
}
