import { useRouteContext } from '@tanstack/react-router'
import { ShieldAlert } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import styles from '../parts/banner.module.css'
import { Icon } from '../parts/icon.tsx'

/** To administrators, as long as the proxy they come by is not trusted. */
export function ProxyBanner() {
  const { proxy } = useMessages()
  const { start } = useRouteContext({ from: '/in' })
  const [later, setLater] = useState(false)
  if (start.untrustedProxy === null || later) return null
  return (
    <div className={styles['banner']}>
      <Icon of={ShieldAlert} />
      <p>
        <b>{proxy.untrusted(start.untrustedProxy)}</b> {proxy.explained}
      </p>
      <button type="button" onClick={() => setLater(true)}>
        {proxy.later}
      </button>
    </div>
  )
}
