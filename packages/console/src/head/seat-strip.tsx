import type { ConversationView } from '@portico/protocol/conversations'
import { useMyId } from '../auth/me-context.tsx'
import { useNow } from '../live/use-now.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { EyeOff } from 'lucide-react'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { PresenceMark } from '../presence/presence-mark.tsx'
import { presenceTexts } from '../presence/texts.ts'
import { seatsOf } from './seats-of.ts'
import styles from './seat-strip.module.css'
import { headTexts } from './texts.ts'

/** Everybody who is in the conversation, was, or is asked to come, with mark, name and word. Who is alone in it needs none. */
export function SeatStrip({ view }: { view: ConversationView }) {
  const { seats: words } = useTexts(headTexts)
  const { presence } = useTexts(presenceTexts)
  const settings = useView<'settings'>('settings')
  const me = useMyId()
  const now = useNow()
  const seats = settings ? seatsOf(view, { settings, now }) : []
  if (seats.every(({ id }) => id === me)) return null
  return (
    <ul className={styles['strip']} aria-label={words.title}>
      {seats.map(({ id, name, part, state }) => (
        <li key={id} className={part === 'observes' ? styles['observer'] : undefined}>
          <Avatar id={id} name={name} size="s">
            <PresenceMark state={state} spoken={false} />
          </Avatar>
          <span>
            <b className="cut">{id === me ? words.you : <bdi>{name}</bdi>}</b>
            <small>
              {part === 'observes' && <Icon of={EyeOff} size="xs" />}
              {part === 'taken' ? presence[state] : words[part]}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}
