import { saysNothing } from '@portico/protocol/says-nothing'
import { authTexts } from '../auth/texts.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Field, TextField } from '../parts/field.tsx'
import type { SectionProps } from '../rooms/room.ts'
import styles from './channels.module.css'
import { useDrafting } from './drafting.ts'
import { channelsTexts } from './texts.ts'

const MINUTE_MS = 60_000
const MINUTES_MAX = 60

export function GeneralSection({ disabled }: SectionProps) {
  const { draft, change, faults } = useDrafting()
  const { form } = useMessages()
  const { channels } = useTexts(channelsTexts)
  const { auth } = useTexts(authTexts)
  return (
    <section className={styles['group']} aria-label={channels.general}>
      <Field
        label={channels.name}
        hint={channels.nameHint}
        fault={faults.name && (saysNothing(draft.name) ? auth.checkName : form.unfit)}
        dir="auto"
        maxLength={80}
        disabled={disabled}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={channels.welcome}
        hint={channels.welcomeHint}
        fault={faults.welcome && form.unfit}
        dir="auto"
        rows={3}
        maxLength={300}
        disabled={disabled}
        value={draft.welcome}
        onChange={(event) => change({ welcome: event.target.value })}
      />
      <div className={styles['minutes']}>
        <Field
          label={channels.bear}
          hint={channels.bearHint}
          type="number"
          inputMode="decimal"
          min={0}
          max={MINUTES_MAX}
          step={0.5}
          disabled={disabled}
          value={draft.bearWithUsAfterMs / MINUTE_MS}
          onChange={(event) => change({ bearWithUsAfterMs: minutesToMs(event.target.valueAsNumber) })}
        />
        <span aria-hidden="true">{channels.bearUnit}</span>
      </div>
    </section>
  )
}

function minutesToMs(minutes: number): number {
  const whole = Number.isFinite(minutes) ? Math.min(Math.max(minutes, 0), MINUTES_MAX) : 0
  return Math.round(whole * MINUTE_MS)
}
