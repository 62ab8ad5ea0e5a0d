import type { ConversationRowView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { capped } from '../parts/capped.ts'
import { classes } from '../parts/classes.ts'
import styles from './conversation-entry.module.css'
import { inboxTexts } from './texts.ts'

type Props = { row: ConversationRowView; current: boolean; unread: number }

/** One conversation in a list: who, when, the newest words. */
export function ConversationEntry({ row, current, unread }: Props) {
  const { conversation } = useTexts(conversationsTexts)
  const { inbox } = useTexts(inboxTexts)
  const format = useFormat()
  const now = useNow()
  const { at, excerpt } = row.summary
  return (
    <Link
      to="/inbox/$conversation"
      params={{ conversation: row.id }}
      state={{ focus: 'composer' }}
      className={classes(styles['entry'], unread > 0 && styles['unread'])}
      aria-current={current ? 'true' : undefined}
    >
      <Avatar id={row.visitor.id} name={row.visitor.name} />
      <b className="cut">
        <bdi>{visitorName(row.visitor, conversation)}</bdi>
      </b>
      <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
        {format.brief(at, now)}
      </time>
      <p className="cut" dir="auto">
        {excerpt}
      </p>
      {unread > 0 && (
        <span className={styles['count']}>
          <span aria-hidden="true">{capped(unread)}</span>
          <span className="hidden">{inbox.unread(unread)}</span>
        </span>
      )}
    </Link>
  )
}
