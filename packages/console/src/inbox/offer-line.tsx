import type { ConversationRowView } from '@portico/protocol/conversations'
import { useMyId } from '../auth/me-context.tsx'
import { useNow } from '../live/use-now.ts'
import { useView } from '../live/use-view.ts'
import { duration } from '../messages/duration.ts'
import { useTexts } from '../messages/language-context.tsx'
import styles from './request-card.module.css'
import { inboxTexts } from './texts.ts'

/** To whom it is offered, and for how long still. */
export function OfferLine({ row }: { row: ConversationRowView }) {
  const { inbox } = useTexts(inboxTexts)
  const me = useMyId()
  const now = useNow()
  const colleagues = useView<'settings'>('settings')?.colleagues ?? []
  if (!row.offer) return null
  const { operator, until } = row.offer
  const left = duration(until - now)
  const name = colleagues.find(({ id }) => id === operator)?.name ?? ''
  return (
    <p className={operator === me ? styles['offeredToMe'] : styles['offered']}>
      {operator === me ? inbox.offeredToYou(left) : inbox.offeredTo(name, left)}
    </p>
  )
}
