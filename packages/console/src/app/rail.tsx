import { Link } from '@tanstack/react-router'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { BrandMark } from '../parts/brand-mark.tsx'
import { Toggle } from '../parts/toggle.tsx'
import { presenceTexts } from '../presence/texts.ts'
import { useAvailability } from '../presence/use-availability.ts'
import { AccountMenu } from './account-menu.tsx'
import { PlaceLinks } from './place-links.tsx'
import styles from './rail.module.css'

/** Where one goes: to work, to the numbers, and at the foot what is set up and whether one is there. */
export function Rail() {
  const { shell } = useMessages()
  const { presence } = useTexts(presenceTexts)
  const { known, available, set } = useAvailability()
  return (
    <nav className={styles['rail']} aria-label={shell.main}>
      <Link to="/home" className={styles['mark']} aria-label={shell.home}>
        <BrandMark />
      </Link>
      <PlaceLinks group="work" />
      <PlaceLinks group="numbers" />
      <PlaceLinks group="foot" className={styles['foot']} />
      <div className={styles['me']}>
        {known && (
          <>
            <Toggle on={available} change={set} label={presence.switch} />
            <span aria-hidden="true">{available ? presence.available : presence.unavailable}</span>
          </>
        )}
        <AccountMenu />
      </div>
    </nav>
  )
}

/** The same on a phone, at the bottom. */
export function BottomBar() {
  const { shell } = useMessages()
  return (
    <nav className={styles['bottom']} aria-label={shell.main}>
      <PlaceLinks />
    </nav>
  )
}
