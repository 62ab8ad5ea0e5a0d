import type { OperatorId } from '@portico/protocol/ids'
import type { SettingsView } from '@portico/protocol/workspace'
import { useMyId } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { PresenceMark } from '../presence/presence-mark.tsx'
import { isThere, presenceState } from '../presence/presence-state.ts'
import { presenceTexts } from '../presence/texts.ts'
import styles from './home.module.css'
import { homeTexts } from './texts.ts'

const SHOWN_MAX = 50
const ORDER = ['active', 'away', 'unavailable', 'out']

/** Who is there, who can take something first, and in how much each of them is in one's channels. */
export function OperatorsPanel({ settings: { colleagues, presences } }: { settings: SettingsView }) {
  const { home } = useTexts(homeTexts)
  const { presence } = useTexts(presenceTexts)
  const format = useFormat()
  const me = useMyId()
  const now = useNow()
  const held = useHeld()
  const people = colleagues
    .map((person) => {
      const known = presences.find(({ operator }) => operator === person.id)
      return { ...person, state: presenceState(known, now), isThere: isThere(known) }
    })
    .toSorted(
      (one, other) =>
        ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || (held.get(one.id) ?? 0) - (held.get(other.id) ?? 0),
    )
  const there = people.filter((person) => person.isThere).length
  return (
    <section className={styles['panel']} aria-labelledby="operators">
      <header className={styles['head']}>
        <h2 id="operators">{home.operators}</h2>
        <p>{home.operatorsThere(format.count(there), format.count(people.length))}</p>
      </header>
      <ul className={styles['people']}>
        {people.slice(0, SHOWN_MAX).map(({ id, name, state }) => (
          <li key={id}>
            <Avatar id={id} name={name}>
              <PresenceMark state={state} spoken={false} />
            </Avatar>
            <span>
              <b className="cut">
                <bdi>{name}</bdi>
              </b>
              <small>
                {presence[state]}
                {(held.get(id) ?? 0) > 0 && `, ${home.holds(held.get(id) ?? 0)}`}
              </small>
            </span>
            {id === me && <span className="faint">{home.you}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In how many running conversations of one's channels each operator is. */
function useHeld(): ReadonlyMap<OperatorId, number> {
  const { inbox } = useInbox()
  const counts = new Map<OperatorId, number>()
  for (const { phase } of [...inbox.mine, ...inbox.team])
    for (const { id } of phase.state === 'active' ? phase.operators : []) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
