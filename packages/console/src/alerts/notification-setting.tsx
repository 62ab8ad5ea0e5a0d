import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from '../parts/settings.module.css'
import { type AlertsTexts, alertsTexts } from './texts.ts'

/** May this browser show notifications? It asks only when somebody says so here. */
export function NotificationSetting() {
  const { alerts } = useTexts(alertsTexts)
  const [permission, setPermission] = useState(current)
  return (
    <div className={styles['row']}>
      <b>{alerts.notifications}</b>
      <p role="status">{textOf(permission, alerts)}</p>
      {permission === 'default' && (
        <Button onClick={() => void Notification.requestPermission().then(setPermission)}>{alerts.notificationsAsk}</Button>
      )}
    </div>
  )
}

type Permission = NotificationPermission | 'missing'

const current = (): Permission => ('Notification' in globalThis && isSecureContext ? Notification.permission : 'missing')

function textOf(permission: Permission, alerts: AlertsTexts): string {
  switch (permission) {
    case 'granted':
      return alerts.notificationsOn
    case 'denied':
      return alerts.notificationsOff
    case 'default':
      return alerts.notificationsAskText
    case 'missing':
      return alerts.notificationsMissing
  }
}
