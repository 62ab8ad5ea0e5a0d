import type { DraftedHours } from '@portico/protocol/hours'
import type { HoursId } from '@portico/protocol/ids'
import { Moon, MessageCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useNow } from '../live/use-now.ts'
import { useFormat, useLanguage, useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './hours.module.css'
import { hoursTexts } from './texts.ts'
import { useStandingAt } from './use-faults.ts'
import { visitorWords } from './visitor-words.ts'
import { placeOf, ZoneField } from './zone-field.tsx'
import { instantIn, shownIn } from './zoned-time.ts'

/** Open, or closed in these words. */
export type Seen = { state: 'open' } | { state: 'closed'; title: string; text: string }
type Props = { hours: HoursId; draft: DraftedHours; show?: ((seen: Seen | undefined) => void) | undefined }

/** The widget at a chosen moment, as the server would have it with these changes, to a visitor in a chosen zone. */
export function MomentFields({ hours, draft, show }: Props) {
  const { hours: words } = useTexts(hoursTexts)
  const now = useNow()
  const [chosen, choose] = useState<string>()
  const [own, setOwn] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)
  const shown = chosen ?? shownIn(draft.zone, now)
  const at = instantIn(draft.zone, shown) ?? now
  const format = useFormat()
  return (
    <>
      <div className={styles['moment']}>
        <Field
          label={words.momentAt}
          hint={words.momentText}
          type="datetime-local"
          value={shown}
          onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
        />
        <ZoneField
          label={words.visitorZone}
          hint={words.visitorTime(format.dateTime(Date.parse(shownIn(own, at))), placeOf(own))}
          zone={own}
          change={setOwn}
        />
      </div>
      <SeenThen hours={hours} draft={draft} at={at} own={own} show={show} />
    </>
  )
}

function SeenThen({ hours, draft, at, own, show }: Props & { at: number; own: string }) {
  const { hours: words } = useTexts(hoursTexts)
  const language = useLanguage()
  const answer = useStandingAt({ hours, draft, at })
  const standing = answer?.state === 'sound' ? answer.standing : undefined
  const said = standing && visitorWords(standing, { at, own, language, words: words.visitor })
  const isOpen = standing?.state === 'open'
  const { title, text } = said ?? { title: '', text: '' }
  useEffect(() => {
    show?.(isOpen ? { state: 'open' } : title === '' ? undefined : { state: 'closed', title, text })
    return () => show?.(undefined)
  }, [show, isOpen, title, text])
  if (!standing) return null
  return (
    <p className={styles['seen']} role="status">
      <Icon of={isOpen ? MessageCircle : Moon} />
      <span>
        <b>{isOpen ? words.open : title}</b>
        {isOpen ? words.seesOpen : text}
      </span>
    </p>
  )
}
