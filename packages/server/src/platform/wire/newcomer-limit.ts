import type { Solution } from '@portico/protocol/challenge'
import type { Refusal } from '@portico/protocol/outcome'
import { refuse } from '../capability.ts'
import type { Challenges } from './challenges.ts'
import type { Limit, LimitHits } from './limit-hits.ts'
import type { Bucket } from './token-bucket.ts'

/** A limit on newcomers: `free` go as they are, and `paid` more who have solved a challenge. */
type Given = { limit: Limit; free: Bucket; paid: Bucket; challenges: Challenges; limitHits: LimitHits }

export type NewcomerLimit = {
  /** Undefined lets one more through and counts him; else how long he would have to wait, or what to solve. */
  ask: (prefix: string, solution: Solution | undefined, now: number) => Refusal | undefined
  /** Takes one back who came free and should not have counted. */
  giveBack: (prefix: string) => void
}

export function newcomerLimit({ limit, free, paid, challenges, limitHits }: Given): NewcomerLimit {
  return {
    ask: (prefix, solution, now) => {
      const whom = `${limit} ${prefix}`
      const hasPaid = solution !== undefined && challenges.take(whom, solution, now)
      const afterMs = (hasPaid ? paid : free)(prefix, now)
      if (afterMs === 0) return undefined
      limitHits.hit(limit)
      return refuse('retry', { afterMs, ...(!hasPaid && { challenge: challenges.set(whom, now) }) })
    },
    giveBack: free.giveBack,
  }
}
