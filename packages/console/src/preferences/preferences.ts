import { isLanguage, type Language } from './languages.ts'

/** What one person chose in one browser; never sent to the server. */
export type Preferences = {
  language: Language | 'browser'
  theme: 'system' | 'light' | 'dark'
  sound: boolean
  /** The sound of a request comes again until somebody takes it. */
  repeats: boolean
  shortcuts: boolean
  /** Whose requests and conversations lists show: those of My channels, or all that one sees. */
  channels: 'mine' | 'all'
}

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'browser',
  theme: 'system',
  sound: true,
  repeats: false,
  shortcuts: true,
  channels: 'mine',
}

/** Whatever was stored, by this version or another, becomes preferences. */
export function readPreferences(stored: string | null): Preferences {
  const known = parsed(stored)
  return {
    language: isLanguage(known['language']) ? known['language'] : DEFAULT_PREFERENCES.language,
    theme: known['theme'] === 'light' || known['theme'] === 'dark' ? known['theme'] : DEFAULT_PREFERENCES.theme,
    sound: typeof known['sound'] === 'boolean' ? known['sound'] : DEFAULT_PREFERENCES.sound,
    repeats: typeof known['repeats'] === 'boolean' ? known['repeats'] : DEFAULT_PREFERENCES.repeats,
    shortcuts: typeof known['shortcuts'] === 'boolean' ? known['shortcuts'] : DEFAULT_PREFERENCES.shortcuts,
    channels: known['channels'] === 'all' ? 'all' : DEFAULT_PREFERENCES.channels,
  }
}

function parsed(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // Somebody else's text under our key.
    return {}
  }
}
