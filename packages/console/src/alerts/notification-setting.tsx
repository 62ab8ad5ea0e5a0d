import { useState } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from '../parts/settings.module.css'

/** May this browser show notifications? It asks only when somebody says so here. */
export function NotificationSetting() {
  const { settings } = useMessages()
  const [permission, setPermission] = useState(current)
  return (
    <div className={styles['row']}>
      <b>{settings.notifications}</b>
      <p role="status">{textOf(permission, settings)}</p>
      {permission === 'default' && (
        <Button onClick={() => void Notification.requestPermission().then(setPermission)}>{settings.notificationsAsk}</Button>
      )}
    </div>
  )
}

type Permission = NotificationPermission | 'missing'

const current = (): Permission => ('Notification' in globalThis && isSecureContext ? Notification.permission : 'missing')

function textOf(permission: Permission, settings: ReturnType<typeof useMessages>['settings']): string {
  switch (permission) {
    case 'granted':
      return settings.notificationsOn
    case 'denied':
      return settings.notificationsOff
    case 'default':
      return settings.notificationsAskText
    case 'missing':
      return settings.notificationsMissing
  }
}
