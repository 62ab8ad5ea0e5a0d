import { createContext, type ReactNode, use, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { type Language, languageOf, regionOf } from '../preferences/languages.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { type Format, formatIn } from './format.ts'
import type { Messages } from './messages.ts'
import { loadKnown, type Texts } from './open-texts.ts'
import { sharedTexts } from './texts.ts'

const LanguageContext = createContext<{ language: Language; format: Format }>(spokenIn('en'))

/** The language that was chosen, from the moment on when all that is on the screen can be said in it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const wished = languageOf(usePreferences().language, navigator.languages)
  const [language, setLanguage] = useState(wished)
  useEffect(() => {
    let newest = true
    // Where the texts cannot be had, the language stays as it is; the setting stays too, for the next page load.
    const change = () => newest && setLanguage(wished)
    loadKnown(wished).then(change, () => {})
    return () => {
      newest = false
    }
  }, [wished])
  const spoken = useMemo(() => spokenIn(language), [language])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <LanguageContext value={spoken}>{children}</LanguageContext>
}

/** What one part of the console says. Whoever draws the part has loaded it; where nobody has, drawing waits for it. */
export function useTexts<Words>(texts: Texts<Words>): Words {
  const { language } = useContext(LanguageContext)
  // Also where they are there: React loses count of a component's hooks that waited in one drawing and does not in the next.
  return use(texts.asked(language))
}

export const useMessages = (): Messages => useTexts(sharedTexts)
export const useLanguage = (): Language => useContext(LanguageContext).language
export const useFormat = (): Format => useContext(LanguageContext).format

function spokenIn(language: Language): { language: Language; format: Format } {
  return { language, format: formatIn(regionOf(language, navigator.languages)) }
}
