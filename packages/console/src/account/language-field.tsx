import { useTexts } from '../messages/language-context.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { isLanguage, LANGUAGES } from '../preferences/languages.ts'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { accountTexts } from './texts.ts'

/** The language of the console, kept in this browser from the moment it is chosen. */
export function LanguageField() {
  const { settings } = useTexts(accountTexts)
  const { language } = usePreferences()
  const change = useSetPreferences()
  return (
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
  )
}
