import { BellOff } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import styles from '../parts/banner.module.css'
import { Icon } from '../parts/icon.tsx'
import { noticeTexts } from './notice/texts.ts'
import type { UnavailableBecause } from './unavailable-because.ts'
import { useAvailability } from './use-availability.ts'

/** To whoever visitors do not count on: that signing in has made it so, or, where the site says so, with each page that he opens. */
export function AvailabilityNotice({ because }: { because: UnavailableBecause }) {
  const { notice } = useTexts(noticeTexts)
  const { availability, set } = useAvailability()
  const [isPutAway, setPutAway] = useState(false)
  if (isPutAway) return null
  // To leave it at that is a choice: in no console it is asked again.
  const leave = () => (because === 'lowered' ? set(availability) : setPutAway(true))
  return (
    <div className={styles['banner']} role="status">
      <Icon of={BellOff} />
      <p>{notice[because]}</p>
      <button type="button" onClick={() => set('everybody')}>
        {notice.beAvailable}
      </button>
      <button type="button" onClick={leave}>
        {notice.leave}
      </button>
    </div>
  )
}
