import type { Surroundings } from '@portico/client/surroundings'
import { ownUrl } from '../requests/address.ts'

const USES = ['focus', 'pointerdown', 'keydown']

/** What a live connection needs of this tab: commands survive a page load, and waking up is noticed. */
export function tabSurroundings(): Surroundings {
  return {
    origin: ownUrl(),
    storage: {
      get: (key) => sessionStorage.getItem(key),
      set: (key, value) => sessionStorage.setItem(key, value),
      remove: (key) => sessionStorage.removeItem(key),
    },
    wake: (woken, used, offline) => {
      const stop = new AbortController()
      addEventListener('online', woken, { signal: stop.signal })
      addEventListener('offline', offline, { signal: stop.signal })
      document.addEventListener('visibilitychange', woken, { signal: stop.signal })
      for (const use of USES) addEventListener(use, used, { signal: stop.signal, capture: true, passive: true })
      return () => stop.abort()
    },
    isVisible: () => document.visibilityState === 'visible',
  }
}
