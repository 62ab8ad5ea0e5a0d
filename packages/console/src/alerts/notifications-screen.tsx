import { useQuery } from '@tanstack/react-query'
import { useMyId } from '../auth/me-context.tsx'
import { startQuery } from '../auth/start.ts'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import styles from '../parts/settings.module.css'
import { ToggleField } from '../parts/toggle.tsx'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { SettingPage } from '../rooms/setting-page.tsx'
import { NotificationSetting } from './notification-setting.tsx'
import { alertsTexts } from './texts.ts'
import { playTone } from './tone.ts'

/** How one is called when one does not look. */
export function NotificationsScreen() {
  const { alerts } = useTexts(alertsTexts)
  const { sound, repeats } = usePreferences()
  const change = useSetPreferences()
  const command = useCommand()
  const own = useView<'operator'>(`operator:${useMyId()}`)
  const sendsMail = useQuery(startQuery).data?.sendsMail ?? false
  return (
    <SettingPage path="notifications">
      <SettingsGroup title={alerts.notifications}>
        <NotificationSetting />
      </SettingsGroup>
      {sendsMail && (
        <SettingsGroup title={alerts.mailsTitle}>
          <ToggleField
            label={alerts.mails}
            hint={alerts.mailsHint}
            on={own?.absenceMails ?? true}
            disabled={!own}
            change={(on) => void command({ type: 'absence-mails.set', on })}
          />
        </SettingsGroup>
      )}
      <SettingsGroup title={alerts.soundTitle}>
        <ToggleField label={alerts.sound} on={sound} change={(on) => change({ sound: on })} />
        <ToggleField
          label={alerts.repeats}
          hint={alerts.repeatsHint}
          on={sound && repeats}
          disabled={!sound}
          change={(on) => change({ repeats: on })}
        />
        <div className={styles['row']}>
          <Button onClick={() => void playTone('request')}>{alerts.soundTry}</Button>
        </div>
      </SettingsGroup>
    </SettingPage>
  )
}
