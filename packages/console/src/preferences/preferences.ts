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
  order: Order
  /** One's own conversations that one has put somewhere, in their order. */
  places: readonly string[]
}

export const ORDERS = ['movement', 'newest-first', 'newest-last'] as const
/** How one's own conversations stand: what has moved last above, or where they are put, with new ones above or below those. */
export type Order = (typeof ORDERS)[number]

/** More conversations than anybody has at once. */
export const PLACES_MAX = 500

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'browser',
  theme: 'system',
  sound: true,
  repeats: false,
  shortcuts: true,
  channels: 'mine',
  order: 'movement',
  places: [],
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
    order: ORDERS.find((order) => order === known['order']) ?? DEFAULT_PREFERENCES.order,
    places: Array.isArray(known['places']) ? known['places'].filter(isText).slice(0, PLACES_MAX) : DEFAULT_PREFERENCES.places,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

function parsed(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // Somebody else's text under our key.
    return {}
  }
}
