import type { DraftedHours } from '@portico/protocol/hours'
import type { HoursId } from '@portico/protocol/ids'
import { Moon, MessageCircle } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import styles from './hours.module.css'
import { hoursTexts } from './texts.ts'
import { useStandingAt } from './use-faults.ts'
import { instantIn, shownIn } from './zoned-time.ts'

/** The widget at a chosen moment, as the server would have it with these changes. */
export function MomentPart({ hours, draft }: { hours: HoursId; draft: DraftedHours }) {
  const { hours: words } = useTexts(hoursTexts)
  const now = useNow()
  const [chosen, choose] = useState<string>()
  const shown = chosen ?? shownIn(draft.zone, now)
  const at = instantIn(draft.zone, shown) ?? now
  return (
    <SettingsGroup title={words.moment}>
      <Field
        label={words.momentAt}
        hint={words.momentText}
        type="datetime-local"
        value={shown}
        onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
      />
      <Seen hours={hours} draft={draft} at={at} />
    </SettingsGroup>
  )
}

function Seen({ hours, draft, at }: { hours: HoursId; draft: DraftedHours; at: number }) {
  const { hours: words } = useTexts(hoursTexts)
  const format = useFormat()
  const answer = useStandingAt({ hours, draft, at })
  if (answer?.state !== 'sound') return null
  const { standing } = answer
  const isOpen = standing.state === 'open'
  const closed = isOpen || standing.opens === null ? words.seesNever : words.seesOpens(format.dateTime(standing.opens))
  return (
    <p className={styles['seen']} role="status">
      <Icon of={isOpen ? MessageCircle : Moon} />
      <span>
        <b>{isOpen ? words.open : words.closed}</b>
        {isOpen ? words.seesOpen : closed}
      </span>
    </p>
  )
}
