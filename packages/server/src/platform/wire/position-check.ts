import { every } from '../clock.ts'
import { headsMovedSince } from '../log.ts'
import type { AnyCapability } from '../registry.ts'
import { CLOSE } from '@portico/protocol/close-codes'
import type { Desk } from './desk.ts'
import { ALL_HEADS_MS, HEADS_MOVED_MS, NODE_QUEUED_BYTES_MAX, POSITION_CHECK_MS } from './limits.ts'
import type { Stirring } from './stirring.ts'

type Options = { desk: Desk; capabilities: readonly AnyCapability[]; stirring: Stirring }

/**
 * Every few seconds: topics whose head has moved on without us, lists that missed a hint, operators who may no longer be
 * here, and readers that together hold too much. So a lost hint costs seconds, and a revoked session ends.
 */
export function startPositionCheck({ desk, capabilities, stirring }: Options): () => void {
  let allAt = desk.clock.now()

  const report = (error: unknown) => desk.onFault({ what: 'position check', error })
  return every({ clock: desk.clock, ms: POSITION_CHECK_MS, onFault: report }, async () => {
    const now = desk.clock.now()
    const all = now - allAt >= ALL_HEADS_MS
    try {
      await checkHeads(all ? 0 : now - HEADS_MOVED_MS)
      if (all) allAt = now
      for (const { restir } of capabilities) stirring.say((await restir?.(desk.reads, now - 2 * POSITION_CHECK_MS)) ?? [])
    } catch (error) {
      report(error)
    }
    for (const session of desk.sessions()) if (session.actor.kind === 'operator') session.derive()
    closeSlowest()
  })

  async function checkHeads(since: number): Promise<void> {
    for (const { topic, position } of await headsMovedSince(desk.reads, since)) {
      for (const session of desk.hub.sessionsOn(topic)) session.check(topic, position)
    }
  }

  function closeSlowest(): void {
    const queued = desk.sessions().map((session) => ({ session, bytes: session.outlet.queuedBytes() }))
    let sum = queued.reduce((total, { bytes }) => total + bytes, 0)
    for (const { session, bytes } of queued.sort((a, b) => b.bytes - a.bytes)) {
      if (sum <= NODE_QUEUED_BYTES_MAX) return
      desk.limited.hit('node-queue')
      session.close({ code: CLOSE.slowReader, reason: 'reads too slowly' })
      sum -= bytes
    }
  }
}
