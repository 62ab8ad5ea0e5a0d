import { Link } from '@tanstack/react-router'
import { BellOff } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useLevels } from '../auth/use-levels.ts'
import { useMessages } from '../messages/language-context.tsx'
import styles from '../parts/banner.module.css'
import { Icon } from '../parts/icon.tsx'
import { useAvailability } from '../presence/use-availability.ts'

/** To whoever is available and could accept, as long as he has chosen no channel. */
export function NoChannelBanner() {
  const { myChannels } = useMessages()
  const me = useMe()
  const levels = useLevels()
  const { available } = useAvailability()
  const couldAccept = [...(levels?.values() ?? [])].includes('owner')
  if (!me || !available || !couldAccept || me.channels.length > 0) return null
  return (
    <div className={styles['banner']} role="status">
      <Icon of={BellOff} />
      <p>{myChannels.none}</p>
      <Link to="/settings/my-channels">{myChannels.choose}</Link>
    </div>
  )
}
