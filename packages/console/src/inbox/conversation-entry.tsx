import type { ConversationRowView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { VisitorMark } from '../head/visitor-mark.tsx'
import { useVisitorPresence } from '../conversations/visitor-presence-context.tsx'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { classes } from '../parts/classes.ts'
import styles from './conversation-entry.module.css'
import { EntryMarks } from './entry-marks.tsx'
import { EntryWords } from './entry-words.tsx'

type Props = { row: ConversationRowView; current: boolean; unread: number; owned?: boolean }

/** One conversation in a list: who, when, the newest words and whose they are; `owned` where others have it. */
export const ConversationEntry = memo(({ row, current, unread, owned = false }: Props) => {
  const { conversation } = useTexts(conversationsTexts)
  const known = useVisitorPresence(row.id)
  const presence = row.phase.state === 'active' ? known : undefined
  const format = useFormat()
  const now = useNow()
  // What has ended stands where it ended, however long before its newest words are.
  const { at } = row.phase.state === 'closed' ? row.phase : row.summary
  return (
    <Link
      to="/inbox/$conversation"
      params={{ conversation: row.id }}
      state={{ focus: 'composer' }}
      className={classes(styles['entry'], unread > 0 && styles['unread'])}
      aria-current={current ? 'true' : undefined}
    >
      <Avatar id={row.visitor.id} name={row.visitor.name}>
        {presence && <VisitorMark presence={presence} />}
      </Avatar>
      <b className="cut">
        <bdi>{visitorName(row.visitor, conversation)}</bdi>
      </b>
      <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
        {format.brief(at, now)}
      </time>
      <EntryWords row={row} />
      <EntryMarks row={row} unread={unread} owned={owned} />
    </Link>
  )
})
