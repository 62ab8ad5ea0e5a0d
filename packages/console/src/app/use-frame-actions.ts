import { useAction } from '../actions/use-action.ts'
import { useSignOut } from '../auth/use-sign-out.ts'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { nextAvailability } from '../presence/next-availability.ts'
import { useAvailability } from '../presence/use-availability.ts'

/** What can be done from every screen. */
export function useFrameActions(): void {
  const { availability, set } = useAvailability()
  const { theme } = usePreferences()
  const change = useSetPreferences()
  useAction('available', () => set(nextAvailability(availability)))
  useAction('theme', () => change({ theme: isDark(theme) ? 'light' : 'dark' }))
  useAction('signOut', useSignOut())
}

function isDark(theme: 'system' | 'light' | 'dark'): boolean {
  return theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
}
