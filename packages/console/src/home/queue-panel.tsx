import type { QueuesAnswer } from '@portico/protocol/routing'
import type { SettingsView } from '@portico/protocol/workspace'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '../auth/me-context.tsx'
import { MembershipButton } from '../channels/membership-button.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { PresenceMark } from '../presence/presence-mark.tsx'
import styles from './home.module.css'
import { type Queue, queuesOf } from './queues-of.ts'
import { queuesQuery } from './queues-query.ts'
import { homeTexts } from './texts.ts'
import type { Which } from './today-query.ts'

type Wait = QueuesAnswer['queues'][number]['wait']

/** Who waits where, and who could take it. */
export function QueuePanel({ settings, which }: { settings: SettingsView; which: Which }) {
  const { home } = useTexts(homeTexts)
  const { channels } = useInbox()
  const waits = useQuery(queuesQuery).data?.queues
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
            <th scope="col" className={styles['wide']}>
              {home.newVisitor}
            </th>
            <th scope="col">{home.available}</th>
            <th scope="col">
              <span className="hidden">{home.membership}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(shown.length > 0 ? shown : queues).map((queue) => (
            <QueueRow key={queue.id} queue={queue} wait={waits?.find(({ channel }) => channel === queue.id)?.wait} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type RowProps = { queue: Queue; wait: Wait | undefined }

function QueueRow({ queue: { id, name, waiting, available, members }, wait }: RowProps) {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {wait && (
          <small className={styles['narrow']}>
            <NewVisitor wait={wait} />
          </small>
        )}
      </th>
      <td>{waiting ? format.count(waiting.count) : <span className="faint">{home.notMine}</span>}</td>
      <td>{waiting?.since === undefined ? home.none : <Longest since={waiting.since} />}</td>
      <td className={styles['wide']}>{wait && <NewVisitor wait={wait} />}</td>
      <td>
        <span className={styles['mark']}>
          <PresenceMark state={available > 0 ? 'active' : 'unavailable'} spoken={false} />
          {home.availableOf(format.count(available), format.count(members))}
        </span>
      </td>
      <td>
        <MembershipButton channel={id} name={name} icon />
      </td>
    </tr>
  )
}

/** What a visitor who began now would be told, and more where she is told nothing. */
function NewVisitor({ wait }: { wait: Wait }) {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  switch (wait.state) {
    case 'at-once':
      return home.atOnce
    case 'nobody':
      return <span className="faint">{home.nobodyThere}</span>
    case 'closed':
      return <span className="faint">{wait.opens === null ? home.closed : home.opens(format.dateTime(wait.opens))}</span>
    case 'waits':
      return wait.minutes ? home.aboutMinutes(wait.minutes.from, wait.minutes.to) : home.place(wait.place)
  }
}

function Longest({ since }: { since: number }) {
  return <span className={styles['longest']}>{duration(useNow() - since)}</span>
}
