import type { ConversationRowView } from '@portico/protocol/conversations'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { pagePath } from '../conversations/page-path.ts'
import styles from './request-card.module.css'

/** The page and the channel of a request, on one line. */
export function CardFacts({ row }: { row: ConversationRowView }) {
  const channel = useChannelName(row.channel)
  return (
    <p className={styles['facts']} title={row.page?.title || undefined}>
      <span className="cut">
        {row.page && (
          <>
            <bdi>{pagePath(row.page.url)}</bdi>
            {', '}
          </>
        )}
        <bdi>{channel}</bdi>
      </span>
    </p>
  )
}
