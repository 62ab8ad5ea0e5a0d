import { HardDrive } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from '../parts/banner.module.css'
import { useLive } from '../live/live-context.tsx'

/** The server says it every 5 s while it lasts; after so long without a word it no longer does, or nobody knows. */
const SHOWN_MS = 16_000

/** To every operator, as long as the server's disk is full: what is written waits, what there is can be read. */
export function FullDiskBanner() {
  const { disk } = useMessages()
  const live = useLive()
  const [said, setSaid] = useState(0)
  useEffect(
    () =>
      live.onFleeting((_topic, message) => {
        if (message.type === 'disk.full') setSaid((times) => times + 1)
        if (message.type === 'disk.free') setSaid(0)
      }),
    [live],
  )
  useEffect(() => {
    if (said === 0) return undefined
    const timer = setTimeout(() => setSaid(0), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  if (said === 0) return null
  return (
    <div className={styles['banner']}>
      <Icon of={HardDrive} />
      <p>
        <b role="status">{disk.full}</b> {disk.explained}
      </p>
    </div>
  )
}
