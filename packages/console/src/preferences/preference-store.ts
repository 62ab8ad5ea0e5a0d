import { type Preferences, readPreferences } from './preferences.ts'

const KEY = 'portico.preferences'

export type PreferenceStore = {
  get: () => Preferences
  set: (change: Partial<Preferences>) => void
  subscribe: (changed: () => void) => () => void
}

/** Preferences in localStorage; a change in one tab reaches the others. */
export function openPreferences(storage: Storage): PreferenceStore {
  let current = readPreferences(storage.getItem(KEY))
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((changed) => changed())
  addEventListener('storage', (event) => {
    if (event.key !== KEY) return
    current = readPreferences(event.newValue)
    tell()
  })
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change }
      storage.setItem(KEY, JSON.stringify(current))
      tell()
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
