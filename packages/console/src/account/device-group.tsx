import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import styles from '../parts/settings.module.css'
import { ToggleField } from '../parts/toggle.tsx'
import { isLanguage, LANGUAGES } from '../preferences/languages.ts'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { accountTexts } from './texts.ts'

const THEMES = ['system', 'light', 'dark'] as const

/** What this browser remembers. */
export function DeviceGroup() {
  const { settings } = useTexts(accountTexts)
  const { language, theme, shortcuts } = usePreferences()
  const change = useSetPreferences()
  return (
    <SettingsGroup title={settings.device} text={settings.deviceText}>
      <ChoiceField
        label={settings.language}
        value={language}
        onChange={({ target }) => change({ language: isLanguage(target.value) ? target.value : 'browser' })}
      >
        <option value="browser">{settings.languageAuto}</option>
        {Object.entries(LANGUAGES).map(([tag, { name }]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <div className={styles['row']}>
        <b>{settings.theme}</b>
        <Choice
          label={settings.theme}
          value={theme}
          choose={(next) => change({ theme: next })}
          options={THEMES.map((value) => ({ value, label: settings.themes[value] }))}
        />
      </div>
      <ToggleField label={settings.shortcuts} on={shortcuts} change={(on) => change({ shortcuts: on })} />
    </SettingsGroup>
  )
}
