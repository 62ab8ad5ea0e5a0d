import { Check } from 'lucide-react'
import type { Taken } from '../conversations/taken.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { CardFacts } from './card-facts.tsx'
import styles from './request-card.module.css'
import { inboxTexts } from './texts.ts'

/** A request that a colleague accepted first. */
export function TakenCard({ taken }: { taken: Taken }) {
  const { conversation } = useTexts(conversationsTexts)
  const { inbox } = useTexts(inboxTexts)
  const { row, by, secondsBefore } = taken
  return (
    <article className={styles['card']}>
      <div className={styles['top']}>
        <Avatar id={row.visitor.id} name={row.visitor.name} size="s" />
        <b className="cut">
          <bdi>{visitorName(row.visitor, conversation)}</bdi>
        </b>
      </div>
      <CardFacts row={row} />
      <p className={styles['words']} dir="auto">
        {row.summary.excerpt}
      </p>
      <p className={styles['facts']} role="status">
        <Icon of={Check} size="xs" />
        {inbox.takenBy(by.name, secondsBefore)}
      </p>
    </article>
  )
}
