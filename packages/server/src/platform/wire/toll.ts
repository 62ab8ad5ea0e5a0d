import type { Solution } from '@portico/protocol/challenge'
import type { Refusal } from '@portico/protocol/outcome'
import { refuse } from '../capability.ts'
import type { Challenges } from './challenges.ts'
import type { Limit, Limited } from './limited.ts'
import type { Bucket } from './token-bucket.ts'

/** A limit on newcomers: `free` go as they are, and `paid` more who have solved a challenge. */
type Given = { limit: Limit; free: Bucket; paid: Bucket; challenges: Challenges; limited: Limited }

export type Toll = {
  /** Undefined lets one more through and counts him; else how long he would have to wait, or what to solve. */
  ask: (prefix: string, solution: Solution | undefined, now: number) => Refusal | undefined
  /** Takes one back who came free and should not have counted. */
  giveBack: (prefix: string) => void
}

export function toll({ limit, free, paid, challenges, limited }: Given): Toll {
  return {
    ask: (prefix, solution, now) => {
      const whom = `${limit} ${prefix}`
      const hasPaid = solution !== undefined && challenges.take(whom, solution, now)
      const afterMs = (hasPaid ? paid : free)(prefix, now)
      if (afterMs === 0) return undefined
      limited.hit(limit)
      return refuse('retry', { afterMs, ...(!hasPaid && { challenge: challenges.set(whom, now) }) })
    },
    giveBack: free.giveBack,
  }
}
