import type { Surroundings } from '@portico/client/surroundings'

/** What a live connection needs of this tab: commands survive a page load, and waking up is noticed. */
export function tabSurroundings(): Surroundings {
  return {
    origin: location.origin,
    storage: {
      get: (key) => sessionStorage.getItem(key),
      set: (key, value) => sessionStorage.setItem(key, value),
      remove: (key) => sessionStorage.removeItem(key),
    },
    wake: (woken) => {
      addEventListener('online', woken)
      document.addEventListener('visibilitychange', woken)
      return () => {
        removeEventListener('online', woken)
        document.removeEventListener('visibilitychange', woken)
      }
    },
  }
}
