import type { JobRow, JobState } from '@portico/protocol/system'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CircleCheck, RotateCw, TriangleAlert } from 'lucide-react'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Table } from '../parts/table.tsx'
import { failureText } from '../requests/request-failure.ts'
import { JobActions } from './job-actions.tsx'
import { jobsQuery } from './jobs-query.ts'
import styles from './system.module.css'
import { systemTexts } from './texts.ts'

export function JobList({ state }: { state: JobState }) {
  const messages = useMessages()
  const { failure } = messages
  const { system } = useTexts(systemTexts)
  const query = useInfiniteQuery(jobsQuery(state))
  const cells = useCells()
  if (query.isPending) return <Skeleton rows={5} />
  if (query.isError)
    return (
      <Empty icon={TriangleAlert} title={system.failed} text={failureText(messages, query.error)} failure>
        <Button onClick={() => void query.refetch()}>
          <Icon of={RotateCw} size="s" />
          {failure.tryAgain}
        </Button>
      </Empty>
    )
  const rows = query.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty icon={CircleCheck} {...system.empty[state]} />
  const columns = [
    { name: system.what },
    { name: system.why, narrow: true },
    { name: system.when, narrow: true },
    { name: system.actions, hidden: true },
  ]
  return (
    <>
      <Table label={system.title} columns={columns} rows={rows} keyOf={(row) => row.id} cells={cells} />
      {query.hasNextPage && (
        <div className={styles['more']}>
          <Button onClick={() => void query.fetchNextPage()} aria-disabled={query.isFetchingNextPage}>
            {system.older}
          </Button>
        </div>
      )}
    </>
  )
}

/** What is to be done is the heading of its row; on a phone the other columns stand below it. */
function useCells() {
  const { system } = useTexts(systemTexts)
  const format = useFormat()
  return (row: JobRow) => {
    const at = row.parkedAt ?? row.nextAt
    const when = format.dateTime(at)
    return [
      <span key="what" className={styles['what']}>
        {system.kinds[row.kind]} <code>{row.what}</code>
        <small>
          <code>{row.line}</code>
        </small>
        <small className={styles['narrow']}>
          {when}
          {row.fault !== null && <bdi>{row.fault}</bdi>}
        </small>
      </span>,
      <span key="why" className={styles['why']}>
        {row.fault !== null && <bdi>{row.fault}</bdi>}
        {row.tries > 0 && <small className="faint">{system.tries(row.tries)}</small>}
      </span>,
      <time key="when" dateTime={new Date(at).toISOString()}>
        {when}
      </time>,
      <JobActions key="actions" row={row} />,
    ]
  }
}
