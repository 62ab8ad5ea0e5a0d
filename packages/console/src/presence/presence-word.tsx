import { useTexts } from '../messages/language-context.tsx'
import { PresenceMark } from './presence-mark.tsx'
import type { PresenceState } from './presence-state.ts'
import styles from './presence-word.module.css'
import { presenceTexts } from './texts.ts'

/** The mark and its word. */
export function PresenceWord({ state }: { state: PresenceState }) {
  const { presence } = useTexts(presenceTexts)
  return (
    <span className={styles['word']}>
      <PresenceMark state={state} spoken={false} />
      {presence[state]}
    </span>
  )
}
