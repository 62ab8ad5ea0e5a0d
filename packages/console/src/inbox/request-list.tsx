import type { ConversationRowView } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { Inbox } from 'lucide-react'
import { useContext, useSyncExternalStore } from 'react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { type Taken, TakenContext } from '../conversations/taken.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { WindowedRows } from '../parts/windowed-rows.tsx'
import { CARD_GAP, CARD_HEIGHT } from './entry-height.ts'
import { ListGroup } from './list-group.tsx'
import { usePicking } from './picking.ts'
import { RequestCard } from './request-card.tsx'
import styles from './request-list.module.css'
import { TakenCard } from './taken-card.tsx'
import { inboxTexts } from './texts.ts'
import { TriageBar } from './triage-bar.tsx'
import { useTargetRequest } from './use-target-request.ts'

type Props = {
  current: ConversationId | undefined
  follow: ConversationId | undefined
  preview: (conversation: ConversationId) => void
}
type Card = { row: ConversationRowView; taken: Taken | undefined }

/** The requests, oldest first; those that a colleague took from under my click come first for a moment. */
export function RequestList({ current, follow, preview }: Props) {
  const { inbox: words } = useTexts(inboxTexts)
  const { inbox } = useInbox()
  const store = useContext(TakenContext)
  const taken = useSyncExternalStore(store.subscribe, store.all)
  const target = useTargetRequest(current)
  const cards: readonly Card[] = [
    ...taken.map((one) => ({ row: one.row, taken: one })),
    ...inbox.requests.filter((row) => !taken.some((one) => one.row.id === row.id)).map((row) => ({ row, taken: undefined })),
  ]
  const picking = usePicking(inbox.requests.map(({ id }) => id))
  return (
    <ListGroup name="requests" title={words.requests} count={inbox.requests.length}>
      <div className={styles['requests']}>
        {picking.picked ? (
          <TriageBar picked={picking.picked} end={picking.end} />
        ) : (
          inbox.requests.length > 1 && (
            <Button small onClick={picking.begin}>
              {words.pickSeveral}
            </Button>
          )
        )}
        {cards.length === 0 && <Empty icon={Inbox} title={words.empty.title} text={words.empty.text} />}
        <WindowedRows
          label={words.requests}
          rows={cards}
          keyOf={({ row }) => row.id}
          rowHeight={CARD_HEIGHT}
          gap={CARD_GAP}
          follow={follow}
        >
          {(card) =>
            card.taken ? (
              <TakenCard taken={card.taken} />
            ) : (
              <RequestCard
                row={card.row}
                current={card.row.id === target?.id}
                preview={preview}
                pick={picking.pickOf(card.row.id)}
              />
            )
          }
        </WindowedRows>
      </div>
    </ListGroup>
  )
}
