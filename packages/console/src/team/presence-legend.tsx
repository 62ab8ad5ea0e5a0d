import { useTexts } from '../messages/language-context.tsx'
import { PresenceWord } from '../presence/presence-word.tsx'
import { presenceTexts } from '../presence/texts.ts'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

const STATES = ['active', 'away', 'unavailable', 'out'] as const

/** What the marks of presence mean. */
export function PresenceLegend() {
  const { presence } = useTexts(presenceTexts)
  const { team } = useTexts(teamTexts)
  return (
    <aside className={styles['legend']} aria-label={team.legend}>
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <b>
              <PresenceWord state={state} />
            </b>
            {presence.explained[state]}
          </li>
        ))}
      </ul>
    </aside>
  )
}
