import { every } from '../clock.ts'
import { headsOf } from '../log.ts'
import { CLOSE } from '@portico/protocol/close-codes'
import type { Node } from './node.ts'
import { HEADS_AT_ONCE, LONELY_CHECK_MS, NODE_QUEUED_BYTES_MAX, POSITION_CHECK_MS } from './limits.ts'

/**
 * Every few seconds: topics whose head has moved on without us, lists that missed a hint, operators who may no longer be
 * here, and readers that together hold too much. So a lost hint costs seconds, and a revoked session ends. While nobody says hints
 * it is every second, and once more when they come again.
 */
export function startPositionCheck(node: Node): () => void {
  const report = (error: unknown) => node.onFault({ what: 'position check', error })
  let checkedAt = node.clock.now()
  let wasAlone = false

  return every({ clock: node.clock, ms: LONELY_CHECK_MS, onFault: report }, async () => {
    const isAlone = !node.bus.isUp()
    const isDue = isAlone || wasAlone || node.clock.now() - checkedAt >= POSITION_CHECK_MS
    wasAlone = isAlone
    if (!isDue) return
    checkedAt = node.clock.now()
    try {
      await checkHeads()
      await node.lists.check()
    } catch (error) {
      report(error)
    }
    for (const session of node.sessions()) if (session.actor.kind === 'operator') session.derive()
    closeSlowest()
  })

  // Of what somebody listens to here, and by position alone: no clock hides a commit, however late it came or who made it.
  async function checkHeads(): Promise<void> {
    const topics = node.hub.topics()
    for (let from = 0; from < topics.length; from += HEADS_AT_ONCE) {
      const heads = await headsOf(node.reads, topics.slice(from, from + HEADS_AT_ONCE))
      for (const head of heads) for (const session of node.hub.sessionsOn(head.topic)) session.check(head)
    }
  }

  function closeSlowest(): void {
    const queued = node.sessions().map((session) => ({ session, bytes: session.outlet.queuedBytes() }))
    let sum = queued.reduce((total, { bytes }) => total + bytes, 0)
    for (const { session, bytes } of queued.sort((a, b) => b.bytes - a.bytes)) {
      if (sum <= NODE_QUEUED_BYTES_MAX) return
      node.limitHits.hit('node-queue')
      session.close({ code: CLOSE.slowReader, reason: 'reads too slowly' })
      sum -= bytes
    }
  }
}
