import { createContext, useContext, useSyncExternalStore } from 'react'
import type { PreferenceStore } from './preference-store.ts'
import { DEFAULT_PREFERENCES, type Preferences } from './preferences.ts'

const NOTHING_STORED: PreferenceStore = { get: () => DEFAULT_PREFERENCES, set: () => {}, subscribe: () => () => {} }

export const PreferenceContext = createContext<PreferenceStore>(NOTHING_STORED)

export function usePreferences(): Preferences {
  const store = useContext(PreferenceContext)
  return useSyncExternalStore(store.subscribe, store.get)
}

export const useSetPreferences = (): PreferenceStore['set'] => useContext(PreferenceContext).set
