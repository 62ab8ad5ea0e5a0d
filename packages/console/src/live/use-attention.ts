import { useSyncExternalStore } from 'react'

/** Somebody looks at this tab: it is visible and has the focus. */
export function useAttention(): boolean {
  return useSyncExternalStore(subscribe, isAttentive)
}

export const isAttentive = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

function subscribe(changed: () => void): () => void {
  const events = ['focus', 'blur'] as const
  for (const event of events) addEventListener(event, changed)
  document.addEventListener('visibilitychange', changed)
  return () => {
    for (const event of events) removeEventListener(event, changed)
    document.removeEventListener('visibilitychange', changed)
  }
}
