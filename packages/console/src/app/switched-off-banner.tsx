import { Link } from '@tanstack/react-router'
import { PowerOff } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { useView } from '../live/use-view.ts'
import { useFormat, useMessages } from '../messages/language-context.tsx'
import styles from '../parts/banner.module.css'
import { Icon } from '../parts/icon.tsx'

/** To everybody, as long as visitors cannot begin: why it is quiet. */
export function SwitchedOffBanner() {
  const { switchedOff: words } = useMessages()
  const format = useFormat()
  const off = useView<'settings'>('settings')?.switchedOff ?? []
  const me = useMe()
  const mayChange = useMay()('site')
  const what = (['chat', 'public-to-operator'] as const).find((each) => off.some((one) => one.what === each))
  const since = off.find((one) => one.what === what)?.since
  if (!me || what === undefined || since === undefined) return null
  return (
    <div className={styles['banner']} role="status">
      <Icon of={PowerOff} />
      <p>
        <b>{words[what]}</b> {words.since(format.day(since))}
      </p>
      {mayChange && <Link to="/settings/site">{words.change}</Link>}
    </div>
  )
}
