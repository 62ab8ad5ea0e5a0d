import type { Colleague } from '@portico/protocol/auth'
import type { SettingsView } from '@portico/protocol/workspace'
import { useMyId } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useLanguageName } from '../labels/language-name.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { PresenceMark } from '../presence/presence-mark.tsx'
import type { PresenceState } from '../presence/presence-state.ts'
import { presenceTexts } from '../presence/texts.ts'
import styles from './people.module.css'
import { PlaceSeats } from './place-seats.tsx'
import { placesOf } from './places-of.ts'
import { homeTexts } from './texts.ts'

const SHOWN_MAX = 50
const LANGUAGES_MAX = 3
const ORDER = ['active', 'away', 'unavailable', 'out']

type Person = Pick<Colleague, 'id' | 'name'> & { state: PresenceState }

/** Who can take something first, each with what he speaks and the room he has left. */
export function OperatorList({ settings, people }: { settings: SettingsView; people: readonly Person[] }) {
  const { home } = useTexts(homeTexts)
  const { presence } = useTexts(presenceTexts)
  const format = useFormat()
  const nameOf = useLanguageName()
  const me = useMyId()
  const { channels } = useInbox()
  const given = {
    channels: channels.map(({ id, rows, options }) => ({ id, rows, atOnce: options.capacity.atOnce })),
    members: settings.members,
    limits: settings.limits ?? [],
  }
  const listed = people
    .map((person) => ({ ...person, ...placesOf(person.id, given) }))
    .toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || one.held - other.held)
  const spokenBy = (id: Person['id']) =>
    (settings.skills ?? [])
      .find(({ operator }) => operator === id)
      ?.languages.slice(0, LANGUAGES_MAX)
      .map(nameOf) ?? []
  return (
    <ul className={styles['people']} aria-label={home.operators}>
      {listed.slice(0, SHOWN_MAX).map(({ id, name, state, held, places }) => (
        <li key={id}>
          <Avatar id={id} name={name}>
            <PresenceMark state={state} spoken={false} />
          </Avatar>
          <span>
            <b className="cut">
              <bdi>{name}</bdi>
            </b>
            <small className="cut">
              {presence[state]}
              {held > 0 && places === null && `, ${home.holds(held)}`}
              {spokenBy(id).length > 0 && `. ${format.list(spokenBy(id))}`}
            </small>
          </span>
          <PlaceSeats held={held} places={places} />
          {id === me && <span className="faint">{home.you}</span>}
        </li>
      ))}
    </ul>
  )
}
