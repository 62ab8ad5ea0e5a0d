import type { ChannelId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../messages/language-context.tsx'
import type { ChannelSection } from '../rooms/room.ts'
import { useNaming } from '../rooms/use-rooms.ts'
import styles from './channels.module.css'
import { channelsTexts } from './texts.ts'

type Props = { channel: ChannelId; sections: readonly ChannelSection[]; current: ChannelSection }

export function SectionLinks({ channel, sections, current }: Props) {
  const { channels } = useTexts(channelsTexts)
  const naming = useNaming()
  return (
    <nav className={styles['sections']} aria-label={channels.sections}>
      {sections.map(({ key, name }, index) => (
        <Link
          key={key}
          to="/settings/channels/$channel"
          params={{ channel }}
          search={index === 0 ? {} : { section: key }}
          aria-current={key === current.key ? 'page' : undefined}
        >
          {naming(name)}
        </Link>
      ))}
    </nav>
  )
}
