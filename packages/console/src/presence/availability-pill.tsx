import { useTexts } from '../messages/language-context.tsx'
import { AvailabilityMenu } from './availability-menu.tsx'
import styles from './availability-menu.module.css'
import { presenceTexts } from './texts.ts'

/** At the foot of the rail: the stop by place, colour and word. */
export function AvailabilityPill() {
  const { presence } = useTexts(presenceTexts)
  return (
    <AvailabilityMenu side="right" className={styles['pill']}>
      {(stop) => (
        <>
          <span className={styles['track']} data-stop={stop}>
            <i />
          </span>
          <span>{presence.stops[stop].name}</span>
        </>
      )}
    </AvailabilityMenu>
  )
}
