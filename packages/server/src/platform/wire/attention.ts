import type { Clock } from '../clock.ts'

/** Before all that is seen, whenever it was used. */
const HIDDEN_FIRST_MS = 1e15

export type Attention = {
  used: () => void
  /** The page can be seen, or not any more. */
  turn: (visible: boolean) => void
  /** Sorts those first whose user will miss them least: hidden for longest, then unused for longest. */
  rank: () => number
}

/** Whether somebody looks at what a connection brings, and when it was last used. */
export function openAttention(clock: Clock, visible: boolean): Attention {
  let usedAt = clock.now()
  let hiddenSince = visible ? undefined : usedAt

  return {
    used: () => {
      usedAt = clock.now()
    },
    turn: (seen) => {
      usedAt = clock.now()
      hiddenSince = seen ? undefined : (hiddenSince ?? usedAt)
    },
    rank: () => (hiddenSince === undefined ? usedAt : hiddenSince - HIDDEN_FIRST_MS),
  }
}
