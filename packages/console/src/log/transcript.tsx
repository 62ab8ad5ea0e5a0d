import type { ConversationView } from '@portico/protocol/conversations'
import { useMemo, useRef } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useTexts } from '../messages/language-context.tsx'
import { dayOf } from './day-of.ts'
import { LogItemView } from './log-item-view.tsx'
import { logItems } from './log-items.ts'
import { OlderLines } from './older-lines.tsx'
import styles from './transcript.module.css'
import { useOlderLines } from './use-older-lines.ts'

const NOTHING_SENT: readonly never[] = []

/** The lines of a conversation, only to read. */
export function Transcript({ view }: { view: ConversationView }) {
  const { conversation } = useTexts(conversationsTexts)
  const me = useMe()
  const scroller = useRef<HTMLDivElement>(null)
  const older = useOlderLines(view)
  const items = useMemo(() => {
    const lines = [...older.lines, ...view.lines]
    return me ? logItems({ lines, sendings: NOTHING_SENT, me, visitorRead: 0, newFrom: undefined, dayOf }) : []
  }, [older.lines, view.lines, me])
  const label = conversation.with(visitorName(view.visitor, conversation))
  return (
    <div ref={scroller} className={styles['transcript']} role="group" tabIndex={0} aria-label={label}>
      <div>
        <OlderLines {...older} root={scroller} />
        {items.map((item) => (
          <LogItemView key={item.key} item={item} visitor={view.visitor} openedAt={view.openedAt} />
        ))}
      </div>
    </div>
  )
}
