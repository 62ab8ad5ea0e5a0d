import { useEffect } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { useSetPreferences } from '../preferences/use-preferences.ts'

/** The language that somebody has chosen on one of his devices is that of the others, from the moment they hear of it. */
export function useOwnLanguage(): void {
  const language = useMe()?.language
  const change = useSetPreferences()
  useEffect(() => {
    if (language) change({ language })
  }, [language, change])
}
