import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useMessages } from '../messages/language-context.tsx'
import styles from './request-card.module.css'

/** From here on a wait is long, and looks so. */
const LONG_MS = 3 * 60_000

/** How long a request has waited, counted on. */
export function Waiting({ since }: { since: number }) {
  const { inbox } = useMessages()
  const format = useFormat()
  const waited = useNow() - since
  return (
    <span className={waited > LONG_MS ? styles['waitLong'] : styles['wait']} title={format.dateTime(since)}>
      <span className="hidden">{inbox.waiting} </span>
      {duration(waited)}
    </span>
  )
}
