import type { ConversationRowView } from '@portico/protocol/conversations'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { pagePath } from '../conversations/page-path.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import styles from './request-card.module.css'

/** The page and the channel of a request, on one line. */
export function CardFacts({ row }: { row: ConversationRowView }) {
  const channel = useChannelName(row.channel)
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  return (
    <p className={styles['facts']} title={row.page?.title || undefined}>
      <span className="cut">
        {row.phase.state === 'requested' && row.phase.before.length > 0 && (
          <>
            <b>{conversation.answeredBefore(format.list(row.phase.before.map(({ name }) => name)))}</b>
            {', '}
          </>
        )}
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
