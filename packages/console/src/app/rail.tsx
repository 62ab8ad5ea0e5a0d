import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/language-context.tsx'
import { BrandMark } from '../parts/brand-mark.tsx'
import { AvailabilityPill } from '../presence/availability-pill.tsx'
import { AccountMenu } from './account-menu.tsx'
import { PlaceLinks } from './place-links.tsx'
import styles from './rail.module.css'

/** Where one goes: to work, to the numbers, and at the foot what is set up and whether one is there. */
export function Rail() {
  const { shell } = useMessages()
  return (
    <nav className={styles['rail']} aria-label={shell.main}>
      <Link to="/home" className={styles['mark']} aria-label={shell.home}>
        <BrandMark />
      </Link>
      <PlaceLinks group="work" />
      <PlaceLinks group="numbers" />
      <PlaceLinks group="foot" className={styles['foot']} />
      <div className={styles['me']}>
        <AvailabilityPill />
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
