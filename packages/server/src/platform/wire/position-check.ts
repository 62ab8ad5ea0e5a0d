import { every } from '../clock.ts'
import { CLOSE } from '@portico/protocol/close-codes'
import { headCheck } from './check-heads.ts'
import type { Node } from './node.ts'
import { LONELY_CHECK_MS, NODE_QUEUED_BYTES_MAX, POSITION_CHECK_MS } from './limits.ts'

/**
 * Every few seconds: topics whose head has moved on without us, lists that missed a hint, operators who may no longer be
 * here, and readers that together hold too much. So a lost hint costs seconds, and a revoked session ends. While nobody says hints
 * it is every second, and once more when they come again.
 */
export function startPositionCheck(node: Node): () => void {
  const checkHeads = headCheck(node)
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

  function closeSlowest(): void {
    let sum = node.sessions().reduce((total, { outlet }) => total + outlet.queuedBytes(), 0)
    if (sum <= NODE_QUEUED_BYTES_MAX) return
    const queued = node.sessions().map((session) => ({ session, bytes: session.outlet.queuedBytes() }))
    for (const { session, bytes } of queued.sort((a, b) => b.bytes - a.bytes)) {
      if (sum <= NODE_QUEUED_BYTES_MAX) return
      node.limitHits.hit('node-queue')
      session.close({ code: CLOSE.slowReader, reason: 'reads too slowly' })
      sum -= bytes
    }
  }
}
