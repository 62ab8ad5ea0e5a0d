import type { Kept } from './widget-state.ts'

const KEY = 'portico'
const FRAME_KEY = 'portico.frame'

export const readKept = (): Kept | null => guarded(() => JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null) // we wrote it
export const writeKept = (kept: Kept | null) =>
  guarded(() => put({ area: localStorage, key: KEY, text: kept && JSON.stringify(kept) }))

/** What the frame would keep itself, had it a storage that does not throw. */
export const readFrameKept = () => guarded(() => sessionStorage.getItem(FRAME_KEY))
export const writeFrameKept = (text: string | null) => guarded(() => put({ area: sessionStorage, key: FRAME_KEY, text }))

function put({ area, key, text }: { area: Storage; key: string; text: string | null }): void {
  if (text === null) area.removeItem(key)
  else area.setItem(key, text)
}

// A page may forbid its storage or have filled it: then the next page begins anew, and nothing else is lost.
function guarded<Kept>(work: () => Kept): Kept | null {
  try {
    return work()
  } catch {
    return null
  }
}
