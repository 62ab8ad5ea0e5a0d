import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import styles from './request-card.module.css'
import { inboxTexts } from './texts.ts'

/** From here on a wait is long, and looks so. */
const LONG_MS = 3 * 60_000

/** How long a request has waited, counted on. */
export function Waiting({ since }: { since: number }) {
  const { inbox } = useTexts(inboxTexts)
  const format = useFormat()
  const waited = useNow() - since
  return (
    <span className={waited > LONG_MS ? styles['waitLong'] : styles['wait']} title={format.dateTime(since)}>
      <span className="hidden">{inbox.waiting} </span>
      {duration(waited)}
    </span>
  )
}
