import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { pagePath } from './page-path.ts'
import { conversationsTexts } from './texts.ts'
import { useVisitorState } from './use-visitor-state.ts'
import type { VisitorPresence } from './visitor-presence.ts'

/** Where the visitor is at this moment, or how long ago he left. */
export function VisitorWhere({ presence, wroteAt }: { presence: VisitorPresence; wroteAt?: number | undefined }) {
  const { visitorPresence } = useTexts(conversationsTexts)
  const isIdle = useVisitorState(presence, wroteAt) === 'away'
  if (presence.state === 'here')
    return (
      <>
        {presence.page ? (
          <bdi title={presence.page.title || undefined}>{visitorPresence.onPage(pagePath(presence.page.url))}</bdi>
        ) : (
          visitorPresence.here
        )}
        {isIdle && `, ${visitorPresence.idle}`}
      </>
    )
  return presence.since === null ? visitorPresence.away : <Left since={presence.since} />
}

function Left({ since }: { since: number }) {
  const { visitorPresence } = useTexts(conversationsTexts)
  const format = useFormat()
  const ago = format.ago(since, useNow())
  return (
    <time dateTime={new Date(since).toISOString()} title={format.dateTime(since)}>
      {ago === undefined ? visitorPresence.leftNow : visitorPresence.left(ago)}
    </time>
  )
}
