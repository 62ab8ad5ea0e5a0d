import { useEffect } from 'react'
import { useLive } from '../live/live-context.tsx'
import { tellAtMost } from './tell-at-most.ts'

/** A hint of the kind costs nothing at this pace, and nothing is gained by a quicker one. */
const TOLD_EVERY_MS = 60_000
const ACTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Says that somebody does something in this tab. */
export function useActivity(): void {
  const live = useLive()
  useEffect(() => {
    const acted = tellAtMost(live.moved, { everyMs: TOLD_EVERY_MS, now: () => performance.now() })
    for (const act of ACTS) addEventListener(act, acted, { passive: true, capture: true })
    return () => {
      for (const act of ACTS) removeEventListener(act, acted, { capture: true })
    }
  }, [live])
}
