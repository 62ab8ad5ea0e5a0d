import { useSyncExternalStore } from 'react'
import { inFrames } from './in-frames.ts'
import { useLive } from './live-context.tsx'

const TICK_MS = 1000

// One timer for everything on the page that ticks; it runs only while somebody looks.
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let second = Math.floor(Date.now() / TICK_MS)
const inEachFrame = inFrames(subscribe)

/** Server time, to the second. */
export function useNow(): number {
  const live = useLive()
  const at = useSyncExternalStore(inEachFrame, () => second)
  return at * TICK_MS + live.clockSkewMs()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  if (timer === undefined) {
    tick()
    timer = setInterval(tick, TICK_MS)
  }
  return () => {
    listeners.delete(changed)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  second = Math.floor(Date.now() / TICK_MS)
  for (const changed of listeners) changed()
}
