import type { ConversationRowView } from '@portico/protocol/conversations'
import type { ConversationPage } from '@portico/protocol/pages'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { request } from '../requests/request.ts'
import type { ViewProps } from '../rooms/room.ts'
import styles from './earlier-block.module.css'
import { EarlierDialog } from './earlier-dialog.tsx'
import { Block } from './facts.tsx'
import { panelTexts } from './texts.ts'

const ROWS_SHOWN = 10

/** What the visitor has written before, to be read beside the running conversation. */
export function EarlierBlock({ view }: ViewProps) {
  const { context } = useTexts(panelTexts)
  const [read, setRead] = useState<ConversationRowView>()
  const { data } = useQuery({
    // Where one of them ends or begins the list is another.
    queryKey: ['of-visitor', view.visitor.id, view.id, view.phase.state],
    queryFn: () => request<ConversationPage>(`/api/visitors/${view.visitor.id}/conversations?limit=${ROWS_SHOWN + 1}`),
  })
  const others = data?.rows.filter((row) => row.id !== view.id).slice(0, ROWS_SHOWN) ?? []
  if (others.length === 0) return null
  return (
    <Block title={context.earlier}>
      <ul className={styles['list']}>
        {others.map((row) => (
          <li key={row.id}>
            <Entry row={row} open={() => setRead(row)} />
          </li>
        ))}
      </ul>
      {data?.next && <p className="faint">{context.earlierMore}</p>}
      {read && <EarlierDialog conversation={read.id} openedAt={read.openedAt} close={() => setRead(undefined)} />}
    </Block>
  )
}

function Entry({ row, open }: { row: ConversationRowView; open: () => void }) {
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const now = useNow()
  const channel = useChannelName(row.channel)
  const { phase, openedAt, summary } = row
  return (
    <button type="button" className={styles['entry']} onClick={open}>
      <b className="cut">
        <bdi>{summary.excerpt}</bdi>
      </b>
      <span className="cut">
        {format.brief(openedAt, now)}
        {', '}
        <bdi>{channel}</bdi>
        {', '}
        {{ requested: conversation.requested, active: conversation.active, closed: conversation.ended }[phase.state]}
      </span>
    </button>
  )
}
