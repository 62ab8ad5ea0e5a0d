import type { ChannelId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { useScrollHint } from '../parts/use-scroll-hint.ts'
import type { ChannelSection } from '../rooms/room.ts'
import { useNaming } from '../rooms/use-rooms.ts'
import styles from './channels.module.css'
import { channelsTexts } from './texts.ts'

type Props = { channel: ChannelId; sections: readonly ChannelSection[]; current: ChannelSection }

export function SectionLinks({ channel, sections, current }: Props) {
  const { channels } = useTexts(channelsTexts)
  const naming = useNaming()
  const row = useRef<HTMLElement>(null)
  const { before, after } = useScrollHint(row, current.key)
  return (
    <nav
      ref={row}
      className={styles['sections']}
      data-before={before || undefined}
      data-after={after || undefined}
      aria-label={channels.sections}
    >
      {sections.map(({ key, name }, index) => (
        <Link
          key={key}
          to="/settings/channels/$channel"
          params={{ channel }}
          search={index === 0 ? {} : { section: key }}
          // Else the first, whose address begins all others, would be current beside each of them.
          activeOptions={{ exact: true }}
          aria-current={key === current.key ? 'page' : undefined}
        >
          {naming(name)}
        </Link>
      ))}
    </nav>
  )
}
