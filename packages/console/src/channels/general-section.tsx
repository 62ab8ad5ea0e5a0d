import { saysNothing } from '@portico/protocol/says-nothing'
import { authTexts } from '../auth/texts.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Field, TextField } from '../parts/field.tsx'
import type { SectionProps } from '../rooms/room.ts'
import styles from './channels.module.css'
import { useDrafting } from './drafting.ts'
import { EndingFields } from './ending-fields.tsx'
import { TimeField } from './time-field.tsx'
import { channelsTexts } from './texts.ts'

const MINUTES = { ms: 60_000, max: 60, step: 0.5 }

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
      <TimeField
        label={channels.bear}
        hint={channels.bearHint}
        unit={{ ...MINUTES, name: channels.bearUnit }}
        ms={draft.bearWithUsAfterMs}
        change={(bearWithUsAfterMs) => change({ bearWithUsAfterMs })}
        disabled={disabled}
      />
      <EndingFields disabled={disabled} />
    </section>
  )
}
