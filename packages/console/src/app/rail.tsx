import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/language-context.tsx'
import { BrandMark } from '../parts/brand-mark.tsx'
import { Toggle } from '../parts/toggle.tsx'
import { useAvailability } from '../presence/use-availability.ts'
import { AccountMenu } from './account-menu.tsx'
import styles from './rail.module.css'
import { ScreenLinks } from './screen-links.tsx'

/** Where one goes, and at its foot whether one is there. */
export function Rail() {
  const { screens, shell, presence } = useMessages()
  const { known, available, set } = useAvailability()
  return (
    <nav className={styles['rail']} aria-label={screens.main}>
      <Link to="/inbox" className={styles['mark']} aria-label={shell.home}>
        <BrandMark />
      </Link>
      <ScreenLinks />
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
  const { screens } = useMessages()
  return (
    <nav className={styles['bottom']} aria-label={screens.main}>
      <ScreenLinks />
    </nav>
  )
}
