import type { Colleague } from '@portico/protocol/auth'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { PresenceMark } from '../presence/presence-mark.tsx'
import type { PresenceState } from '../presence/presence-state.ts'
import { PresenceWord } from '../presence/presence-word.tsx'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

type Props = { colleague: Colleague; state: PresenceState; you: boolean }

/** A person of the team; on a phone with what the other columns say. */
export function ColleagueCell({ colleague, state, you }: Props) {
  const { roles } = useMessages()
  const { team } = useTexts(teamTexts)
  return (
    <span className={styles['person']}>
      <Avatar id={colleague.id} name={colleague.name}>
        <PresenceMark state={state} spoken={false} />
      </Avatar>
      <span>
        <b>
          <bdi>{colleague.name}</bdi>
          {you && <span className="faint"> ({team.you})</span>}
        </b>
        <small className={styles['narrow']}>
          <PresenceWord state={state} />
          {' · '}
          {roles[colleague.role]}
        </small>
      </span>
    </span>
  )
}
