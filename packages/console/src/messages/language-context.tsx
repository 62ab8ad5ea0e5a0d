import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react'
import { usePreferences } from '../preferences/use-preferences.ts'
import { type Format, formatIn } from './format.ts'
import { chooseLanguage, LANGUAGES, type Language, regionOf } from './languages.ts'
import type { Messages } from './messages.ts'

type Spoken = { language: Language; messages: Messages; format: Format }

const LanguageContext = createContext<Spoken>(spokenIn('en'))

export function LanguageProvider({ children }: { children: ReactNode }) {
  const wished = usePreferences().language
  const language = wished === 'browser' ? chooseLanguage(navigator.languages) : wished
  const spoken = useMemo(() => spokenIn(language), [language])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <LanguageContext value={spoken}>{children}</LanguageContext>
}

export const useMessages = (): Messages => useContext(LanguageContext).messages
export const useFormat = (): Format => useContext(LanguageContext).format

function spokenIn(language: Language): Spoken {
  return { language, messages: LANGUAGES[language].messages, format: formatIn(regionOf(language, navigator.languages)) }
}
