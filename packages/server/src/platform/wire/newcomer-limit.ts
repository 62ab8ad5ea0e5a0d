import type { Solution } from '@portico/protocol/challenge'
import type { Refusal } from '@portico/protocol/outcome'
import { refuse } from '../capability.ts'
import type { Challenges } from './challenges.ts'
import type { Limit, LimitHits } from './limit-hits.ts'
import type { SharedBucket } from './shared-limits.ts'

/** A limit on newcomers: `free` go as they are, and `paid` more who have solved a challenge. */
type Given = { limit: Limit; free: SharedBucket; paid: SharedBucket; challenges: Challenges; limitHits: LimitHits }

type NewcomerLimit = {
  /** Undefined lets one more through and counts him; else how long he would have to wait, or what to solve. */
  ask: (prefix: string, solution: Solution | undefined, now: number) => Promise<Refusal | undefined>
  /** Takes one back who came free and should not have counted. */
  giveBack: (prefix: string) => Promise<void>
}

export function newcomerLimit({ limit, free, paid, challenges, limitHits }: Given): NewcomerLimit {
  return {
    ask: async (prefix, solution, now) => {
      const whom = `${limit} ${prefix}`
      const hasPaid = solution !== undefined && (await challenges.take(whom, solution, now))
      const afterMs = await (hasPaid ? paid : free).take(prefix, now)
      if (afterMs === 0) return undefined
      limitHits.hit(limit)
      return refuse('retry', { afterMs, ...(!hasPaid && { challenge: challenges.set(whom, now) }) })
    },
    giveBack: free.giveBack,
  }
}
