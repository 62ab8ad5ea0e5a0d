import type { ConversationRowView } from '@portico/protocol/conversations'
import { StatusMark } from '../help/status-mark.tsx'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { capped } from '../parts/capped.ts'
import { classes } from '../parts/classes.ts'
import styles from './conversation-entry.module.css'
import { inboxTexts } from './texts.ts'

type Props = { row: ConversationRowView; unread: number; owned: boolean }

/** Whose it is, since when the visitor has had no answer, and how much I have not read. */
export function EntryMarks({ row, unread, owned }: Props) {
  const { inbox } = useTexts(inboxTexts)
  const { phase, summary } = row
  return (
    <span className={styles['marks']}>
      <StatusMark row={row} />
      {owned && phase.state !== 'requested' && phase.operators.length > 0 && <Owners operators={phase.operators} />}
      {phase.state === 'active' && summary.unansweredSince !== null && <Unanswered since={summary.unansweredSince} />}
      {unread > 0 && (
        <span className={styles['count']}>
          <span aria-hidden="true">{capped(unread)}</span>
          <span className="hidden">{inbox.unread(unread)}</span>
        </span>
      )}
    </span>
  )
}

/** So many are drawn; all of them are named. */
const DRAWN_MAX = 3

function Owners({ operators }: { operators: readonly { id: string; name: string }[] }) {
  const { inbox } = useTexts(inboxTexts)
  const format = useFormat()
  const said = inbox.ownedBy(format.list(operators.map(({ name }) => name)))
  return (
    <span className={styles['owners']} title={said}>
      <span className="hidden">{said}</span>
      {operators.slice(0, DRAWN_MAX).map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} size="s" />
      ))}
    </span>
  )
}

/** From here on it is said; before, one is about to answer. */
const SAID_FROM_MS = 60_000
/** From here on a wait is long, and looks so. */
const LONG_MS = 3 * 60_000

function Unanswered({ since }: { since: number }) {
  const { inbox } = useTexts(inboxTexts)
  const format = useFormat()
  const waited = useNow() - since
  if (waited < SAID_FROM_MS) return null
  return (
    <span
      className={classes(styles['unanswered'], waited >= LONG_MS && styles['long'])}
      title={inbox.unansweredSince(format.dateTime(since))}
    >
      <span className="hidden">{inbox.unanswered} </span>
      {duration(waited)}
    </span>
  )
}
