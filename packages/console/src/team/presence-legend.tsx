import { useView } from '../live/use-view.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { PresenceWord } from '../presence/presence-word.tsx'
import { presenceTexts } from '../presence/texts.ts'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

const MINUTE_MS = 60_000
const STATES = ['active', 'away', 'inactive', 'unavailable', 'out'] as const

/** What the marks of presence mean. */
export function PresenceLegend() {
  const { presence } = useTexts(presenceTexts)
  const { team } = useTexts(teamTexts)
  const format = useFormat()
  const rules = useView<'settings'>('settings')?.presenceRules
  const minutes = format.count((rules?.operatorAwayMs ?? 5 * MINUTE_MS) / MINUTE_MS)
  return (
    <aside className={styles['legend']} aria-label={team.legend}>
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <b>
              <PresenceWord state={state} />
            </b>
            {state === 'away' ? presence.explained.away(minutes) : presence.explained[state]}
          </li>
        ))}
      </ul>
    </aside>
  )
}
