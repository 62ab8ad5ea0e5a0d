import { actorName, type Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { openGate } from './gate.ts'
import type { LimitHits } from './limit-hits.ts'
import { OPERATOR_RESENT, READING_AT_ONCE, RESENT_LEAST_BYTES, VISITOR_RESENT } from './limits.ts'
import { tokenBucket } from './token-bucket.ts'

/**
 * Reads a part and makes its frames, as fast as one person may have things sent again over all his connections. Who has gone
 * while he waited for his turn takes none: undefined.
 */
export type Pace = <Part extends { frames: readonly string[] }>(
  isOver: () => boolean,
  read: () => Promise<Part>,
) => Promise<Part | undefined>

/** A few bytes ask for a whole view: who asks again and again is served ever more slowly, and never refused. */
export function openPaces({ clock, limitHits }: { clock: Clock; limitHits: LimitHits }): (actor: Actor) => Pace {
  const visitors = tokenBucket(VISITOR_RESENT)
  const operators = tokenBucket(OPERATOR_RESENT)
  const gateOf = gates()

  return (actor) => {
    const bucket = actor.kind === 'operator' ? operators : visitors
    const key = actorName(actor)

    async function hasTurn(isOver: () => boolean): Promise<boolean> {
      while (!isOver()) {
        const waitMs = bucket(key, clock.now(), RESENT_LEAST_BYTES)
        if (waitMs === 0) return true
        limitHits.hit('catch-up')
        await new Promise<void>((resolve) => clock.after(waitMs, resolve))
      }
      return false
    }

    // What many ask for at once is known to be too much only when the first of it has been read.
    return (isOver, read) =>
      gateOf(key)(async () => {
        if (!(await hasTurn(isOver))) return undefined
        const part = await read()
        for (const { length } of part.frames) bucket.owe(key, length, clock.now())
        return part
      })
  }
}

/** One gate for each key, kept as long as somebody is at it. */
function gates(): (key: string) => ReturnType<typeof openGate> {
  const kept = new Map<string, { gate: ReturnType<typeof openGate>; users: number }>()
  return (key) => async (work) => {
    const at = kept.get(key) ?? { gate: openGate(READING_AT_ONCE), users: 0 }
    kept.set(key, at)
    at.users++
    try {
      return await at.gate(work)
    } finally {
      if (--at.users === 0) kept.delete(key)
    }
  }
}
