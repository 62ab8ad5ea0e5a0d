import type { SecurityRowView } from '@portico/protocol/security'
import { useInfiniteQuery } from '@tanstack/react-query'
import { RotateCw, ShieldCheck, TriangleAlert } from 'lucide-react'
import { deviceName } from '../auth/device-name.ts'
import { authTexts } from '../auth/texts.ts'
import { useView } from '../live/use-view.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Table } from '../parts/table.tsx'
import { failureText } from '../requests/request-failure.ts'
import { securityQuery, type Filter } from './security-query.ts'
import styles from './security.module.css'
import { securityTexts } from './texts.ts'
import { whatHappened } from './what-happened.ts'

export function SecurityList({ filter }: { filter: Filter }) {
  const messages = useMessages()
  const { failure } = messages
  const { security } = useTexts(securityTexts)
  const query = useInfiniteQuery(securityQuery(filter))
  const cells = useCells()
  if (query.isPending) return <Skeleton rows={5} />
  if (query.isError)
    return (
      <Empty icon={TriangleAlert} title={security.failed} text={failureText(messages, query.error)} failure>
        <Button onClick={() => void query.refetch()}>
          <Icon of={RotateCw} size="s" />
          {failure.tryAgain}
        </Button>
      </Empty>
    )
  const rows = query.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty icon={ShieldCheck} title={security.empty.title} text={security.empty.text} />
  const columns = [
    { name: security.what },
    { name: security.when, narrow: true },
    { name: security.who, narrow: true },
    { name: security.from, narrow: true },
    { name: security.device, narrow: true },
  ]
  return (
    <>
      <Table label={security.title} columns={columns} rows={rows} keyOf={(row) => row.id} cells={cells} />
      {query.hasNextPage && (
        <div className={styles['more']}>
          <Button onClick={() => void query.fetchNextPage()} aria-disabled={query.isFetchingNextPage}>
            {security.older}
          </Button>
        </div>
      )}
    </>
  )
}

/** What happened is the heading of its row; on a phone the other columns stand below it. */
function useCells() {
  const { roles } = useMessages()
  const { security } = useTexts(securityTexts)
  const { auth } = useTexts(authTexts)
  const format = useFormat()
  const channels = useView<'settings'>('settings')?.channels ?? []
  const channelName = (id: string) => channels.find((channel) => channel.id === id)?.name ?? id
  return (row: SecurityRowView) => {
    const when = format.dateTime(row.at)
    // Without an address no request was behind it: a reaction of the server's own.
    const nobody = row.address === null && row.count === 1 ? security.itself : security.nobody
    const who = row.by ? <bdi>{row.by.name}</bdi> : <span className="faint">{nobody}</span>
    const device = row.device === null ? '' : (deviceName(row.device) ?? auth.unknownDevice)
    return [
      <span key="what" className={styles['what']}>
        {whatHappened(row, { security, roles }, channelName)}
        <small className={styles['narrow']}>
          {when}
          <span>
            {who} {row.address}
          </span>
        </small>
      </span>,
      <time key="when" dateTime={new Date(row.at).toISOString()}>
        {when}
      </time>,
      who,
      row.address,
      <span key="device" title={row.device ?? undefined}>
        {device}
      </span>,
    ]
  }
}
