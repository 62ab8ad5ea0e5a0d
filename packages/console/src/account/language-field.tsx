import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { isLanguage, LANGUAGES } from '../preferences/languages.ts'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { accountTexts } from './texts.ts'

/** The language of the console, in this browser from the moment it is chosen, and kept with the account for all others. */
export function LanguageField() {
  const { settings } = useTexts(accountTexts)
  const { language } = usePreferences()
  const change = useSetPreferences()
  const command = useCommand()
  function choose(tag: string) {
    const chosen = isLanguage(tag) ? tag : null
    change({ language: chosen ?? 'browser' })
    void command({ type: 'operator.choose-language', language: chosen })
  }
  return (
    <ChoiceField label={settings.language} value={language} onChange={({ target }) => choose(target.value)}>
      <option value="browser">{settings.languageAuto}</option>
      {Object.entries(LANGUAGES).map(([tag, { name }]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </ChoiceField>
  )
}
