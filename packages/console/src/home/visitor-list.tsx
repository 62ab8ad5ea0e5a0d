import type { ConversationRowView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { useWatchedRows, WATCHED_MAX } from '../conversations/use-watched-rows.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useVisitorPresence } from '../conversations/visitor-presence-context.tsx'
import { VisitorWhere } from '../conversations/visitor-where.tsx'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import styles from './home.module.css'
import own from './people.module.css'
import { homeTexts } from './texts.ts'

/** Those who have asked something and are not done: where they are at this moment, in which channel, since when. */
export function VisitorList({ rows }: { rows: readonly ConversationRowView[] }) {
  const { home } = useTexts(homeTexts)
  const shown = rows.toSorted((one, other) => other.summary.at - one.summary.at).slice(0, WATCHED_MAX)
  useWatchedRows(shown)
  if (rows.length === 0) return <p className={styles['nothing']}>{home.noVisitors}</p>
  return (
    <>
      <ul className={own['people']} aria-label={home.visitorsHere}>
        {shown.map((row) => (
          <VisitorEntry key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > shown.length && <p className={styles['nothing']}>{home.visitorsCapped(shown.length)}</p>}
    </>
  )
}

function VisitorEntry({ row: { id, visitor, channel, openedAt } }: { row: ConversationRowView }) {
  const { conversation } = useTexts(conversationsTexts)
  const presence = useVisitorPresence(id)
  const name = useChannelName(channel)
  const since = duration(useNow() - openedAt)
  return (
    <li>
      <Avatar id={visitor.id} name={visitor.name} />
      <Link to="/inbox/$conversation" params={{ conversation: id }}>
        <b className="cut">
          <bdi>{visitorName(visitor, conversation)}</bdi>
        </b>
        <small className="cut">
          {presence && (
            <>
              <VisitorWhere presence={presence} />
              {' · '}
            </>
          )}
          <bdi>{name}</bdi>
        </small>
      </Link>
      <span className="faint">{since}</span>
    </li>
  )
}
