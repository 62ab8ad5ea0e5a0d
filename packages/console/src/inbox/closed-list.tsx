import type { ConversationId } from '@portico/protocol/ids'
import { RotateCw, TriangleAlert } from 'lucide-react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { WindowedRows } from '../parts/windowed-rows.tsx'
import { failureText } from '../requests/request-failure.ts'
import { ConversationEntry } from './conversation-entry.tsx'
import { ENTRY_HEIGHT } from './entry-height.ts'
import { GroupEmpty } from './list-group.tsx'
import { inboxTexts } from './texts.ts'
import { useClosed } from './use-closed.ts'

type Props = { current: ConversationId | undefined; follow: ConversationId | undefined }

/** Conversations that have ended, newest first: paged from the server, windowed on the screen. */
export function ClosedList({ current, follow }: Props) {
  const messages = useMessages()
  const { failure } = messages
  const { inbox } = useTexts(inboxTexts)
  const { query, rows, reachedEnd } = useClosed()
  if (query.isPending) return <Skeleton />
  if (query.isError && rows.length === 0)
    return (
      <Empty
        icon={TriangleAlert}
        title={inbox.failure.title}
        text={`${failureText(messages, query.error)} ${inbox.failure.text}`}
        failure
      >
        <Button onClick={() => void query.refetch()}>
          <Icon of={RotateCw} size="s" />
          {failure.tryAgain}
        </Button>
      </Empty>
    )
  if (rows.length === 0) return <GroupEmpty>{inbox.emptyGroup.closed}</GroupEmpty>
  return (
    <>
      <WindowedRows
        label={inbox.closed}
        rows={rows}
        keyOf={(row) => row.id}
        rowHeight={ENTRY_HEIGHT}
        follow={follow}
        reachedEnd={query.hasNextPage ? reachedEnd : undefined}
      >
        {(row) => <ConversationEntry row={row} current={row.id === current} unread={0} owned />}
      </WindowedRows>
      {query.isFetchingNextPage && <Skeleton rows={2} />}
      {query.isFetchNextPageError && (
        <Button look="plain" onClick={() => void query.fetchNextPage()}>
          <Icon of={RotateCw} size="s" />
          {failure.tryAgain}
        </Button>
      )}
    </>
  )
}
