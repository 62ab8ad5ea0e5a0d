import { useMe } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Said } from '../parts/said.tsx'
import styles from './canned.module.css'
import { fillSlots } from './slots.ts'
import { cannedTexts } from './texts.ts'

const ADAEZE = { firstName: 'Adaeze', name: 'Adaeze Okonkwo', email: 'adaeze@example.org' }

/** How a visitor would read it. */
export function ReadsLike({ text }: { text: string }) {
  const { canned } = useTexts(cannedTexts)
  const me = useMe()
  const format = useFormat()
  const channel = useView<'settings'>('settings')?.channels?.[0]?.name ?? null
  const now = Date.now()
  const known = { ...ADAEZE, operator: me?.name ?? null, channel, date: format.day(now), time: format.time(now) }
  return (
    <figure className={styles['reads']}>
      <figcaption>{canned.reads}</figcaption>
      <p className={styles['bubble']} dir="auto">
        {text.trim() === '' ? canned.saysNothing : <Said text={fillSlots(text, known, (slot) => canned.slots[slot]).text} />}
      </p>
    </figure>
  )
}
