import { useLayoutEffect } from 'react'
import { usePreferences } from './use-preferences.ts'

/** The theme stands on the root element; without one the system decides. */
export function useTheme(): void {
  const { theme } = usePreferences()
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
}
