import type { SettingsView } from '@portico/protocol/workspace'
import { useMe } from '../auth/me-context.tsx'
import { MembershipButton } from '../channels/membership-button.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { PresenceMark } from '../presence/presence-mark.tsx'
import styles from './home.module.css'
import { type Queue, queuesOf } from './queues-of.ts'
import { homeTexts } from './texts.ts'
import type { Which } from './today-query.ts'

/** Who waits where, and who could take it. */
export function QueuePanel({ settings, which }: { settings: SettingsView; which: Which }) {
  const { home } = useTexts(homeTexts)
  const { channels } = useInbox()
  const joined = useMe()?.channels ?? []
  const queues = queuesOf(settings, channels)
  const shown = which === 'all' ? queues : queues.filter(({ id }) => joined.includes(id))
  return (
    <section className={styles['panel']} aria-labelledby="queue">
      <header className={styles['head']}>
        <h2 id="queue">{home.queue}</h2>
      </header>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{home.channel}</th>
            <th scope="col">{home.waiting}</th>
            <th scope="col">{home.longest}</th>
            <th scope="col">{home.available}</th>
            <th scope="col">
              <span className="hidden">{home.membership}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(shown.length > 0 ? shown : queues).map((queue) => (
            <QueueRow key={queue.id} queue={queue} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function QueueRow({ queue: { id, name, waiting, available, members } }: { queue: Queue }) {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>{waiting ? format.count(waiting.count) : <span className="faint">{home.notMine}</span>}</td>
      <td>{waiting?.since === undefined ? home.none : <Longest since={waiting.since} />}</td>
      <td>
        <span className={styles['mark']}>
          <PresenceMark state={available > 0 ? 'active' : 'unavailable'} spoken={false} />
          {home.availableOf(format.count(available), format.count(members))}
        </span>
      </td>
      <td>
        <MembershipButton channel={id} name={name} />
      </td>
    </tr>
  )
}

function Longest({ since }: { since: number }) {
  return <span className={styles['longest']}>{duration(useNow() - since)}</span>
}
