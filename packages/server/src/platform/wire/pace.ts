import { actorName, type Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { LimitHits } from './limit-hits.ts'
import { OPERATOR_RESENT, RESENT_LEAST_BYTES, VISITOR_RESENT } from './limits.ts'
import { tokenBucket } from './token-bucket.ts'

/** How fast one person may have things sent again, over all his connections. */
export type Pace = {
  /** Resolves when the next part may be read. */
  turn: () => Promise<void>
  /** Counts what is sent, which the next turn waits for. */
  counted: (frame: string) => string
}

/** A few bytes ask for a whole view: who asks again and again is served ever more slowly, and never refused. */
export function openPaces({ clock, limitHits }: { clock: Clock; limitHits: LimitHits }): (actor: Actor) => Pace {
  const visitors = tokenBucket(VISITOR_RESENT)
  const operators = tokenBucket(OPERATOR_RESENT)

  return (actor) => {
    const bucket = actor.kind === 'operator' ? operators : visitors
    const key = actorName(actor)
    return {
      turn: async () => {
        for (;;) {
          const waitMs = bucket(key, clock.now(), RESENT_LEAST_BYTES)
          if (waitMs === 0) return
          limitHits.hit('catch-up')
          await new Promise<void>((resolve) => clock.after(waitMs, resolve))
        }
      },
      counted: (frame) => {
        bucket.owe(key, frame.length, clock.now())
        return frame
      },
    }
  }
}
