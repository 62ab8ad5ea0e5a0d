import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import styles from '../parts/settings.module.css'
import { ToggleField } from '../parts/toggle.tsx'
import { ORDERS } from '../preferences/preferences.ts'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { accountTexts } from './texts.ts'

const THEMES = ['system', 'light', 'dark'] as const

/** What this browser remembers. */
export function DeviceGroup() {
  const { settings } = useTexts(accountTexts)
  const { theme, shortcuts, order } = usePreferences()
  const change = useSetPreferences()
  return (
    <SettingsGroup title={settings.device} text={settings.deviceText}>
      <div className={styles['row']}>
        <b>{settings.theme}</b>
        <Choice
          label={settings.theme}
          value={theme}
          choose={(next) => change({ theme: next })}
          options={THEMES.map((value) => ({ value, label: settings.themes[value] }))}
        />
      </div>
      <div className={styles['row']}>
        <b>{settings.order}</b>
        <Choice
          label={settings.order}
          value={order}
          choose={(next) => change({ order: next })}
          options={ORDERS.map((value) => ({ value, label: settings.orders[value] }))}
        />
      </div>
      {order !== 'movement' && <p>{settings.orderHint}</p>}
      <ToggleField label={settings.shortcuts} on={shortcuts} change={(on) => change({ shortcuts: on })} />
    </SettingsGroup>
  )
}
