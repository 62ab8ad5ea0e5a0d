import { useCallback, useMemo, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** A few words kept in this browser, for all who ask under the same key. */
export function useKeptWords(key: string): [ReadonlySet<string>, (word: string) => void] {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(key) ?? '')
  const words = useMemo(() => new Set(kept.split(' ').filter(Boolean)), [kept])
  const keep = useCallback(
    (word: string) => {
      const before = localStorage.getItem(key) ?? ''
      if (before.split(' ').includes(word)) return
      localStorage.setItem(key, `${before} ${word}`.trim())
      for (const changed of listeners) changed()
    },
    [key],
  )
  return [words, keep]
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
