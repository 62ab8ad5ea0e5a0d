import type { ConversationView } from '@portico/protocol/conversations'
import { ArrowDown } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { useSendingsOf } from '../conversations/use-sendings.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { dayOf } from './day-of.ts'
import { LogAnnouncer } from './log-announcer.tsx'
import { LogItemView } from './log-item-view.tsx'
import { logItems } from './log-items.ts'
import styles from './log.module.css'
import { OlderLines } from './older-lines.tsx'
import { stepBubbles } from './step-bubbles.ts'
import { TypingLine } from './typing-line.tsx'
import { useOlderLines } from './use-older-lines.ts'
import { useWhispers } from './use-whispers.ts'
import { useReadMark } from './use-read-mark.ts'

/** So near to the end counts as the end. */
const END_PX = 32

/** The lines of a conversation. The log stands at its newest line by its style alone (column-reverse). */
export function Log({ view, name }: { view: ConversationView; name: string }) {
  const { conversation: words } = useTexts(conversationsTexts)
  const me = useMe()
  const log = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const [leftAt, setLeftAt] = useState(0)
  const older = useOlderLines(view)
  const sendings = useSendingsOf(view)
  const newFrom = useReadMark(view, atEnd)
  const whispers = useWhispers(view.id)
  const lines = useMemo(() => [...older.lines, ...view.lines], [older.lines, view.lines])
  const items = useMemo(
    () => (me ? logItems({ lines, whispers, sendings, me, visitorRead: view.visitorRead, newFrom, dayOf }) : []),
    [lines, whispers, sendings, me, view.visitorRead, newFrom],
  )
  const last = view.lines.at(-1)?.ordinal ?? 0
  const scrolled = () => {
    const now = Math.abs(log.current?.scrollTop ?? 0) < END_PX
    if (now !== atEnd && !now) setLeftAt(last)
    setAtEnd(now)
  }
  const toEnd = () => log.current?.scrollTo({ top: 0 })
  const unseen = atEnd ? 0 : view.lines.filter((line) => line.ordinal > leftAt).length
  return (
    <div className={styles['frame']}>
      <div
        ref={log}
        className={styles['log']}
        role="log"
        aria-live="off"
        tabIndex={0}
        aria-label={words.with(name)}
        onScroll={scrolled}
        onKeyDown={stepBubbles}
      >
        <div>
          <OlderLines {...older} root={log} />
          {items.map((item) => (
            <LogItemView key={item.key} item={item} visitor={view.visitor} openedAt={view.openedAt} />
          ))}
          <TypingLine view={view} />
        </div>
      </div>
      {!atEnd && (
        <button type="button" className={styles['toEnd']} onClick={toEnd}>
          <Icon of={ArrowDown} size="s" />
          {unseen > 0 ? words.newBelow(unseen) : words.toNewest}
        </button>
      )}
      <LogAnnouncer lines={view.lines} visitor={view.visitor} />
    </div>
  )
}
