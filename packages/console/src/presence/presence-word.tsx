import { useMessages } from '../messages/language-context.tsx'
import { PresenceMark } from './presence-mark.tsx'
import type { PresenceState } from './presence-state.ts'
import styles from './presence-word.module.css'

/** The mark and its word. */
export function PresenceWord({ state }: { state: PresenceState }) {
  const { presence } = useMessages()
  return (
    <span className={styles['word']}>
      <PresenceMark state={state} spoken={false} />
      {presence[state]}
    </span>
  )
}
