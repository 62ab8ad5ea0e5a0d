import { setTimeout } from 'node:timers/promises'
import type { Talk } from './talk.ts'
import { messageFrame } from './talk.ts'

const SETTLING_MS_MAX = 10_000
const SETTLING_TURN_MS = 50

export type Sustaining = { talks: readonly Talk[]; warmUpMs: number; ms: number; signal: AbortSignal }

/**
 * In each conversation the operator sends the next message as soon as the last is acked. Answers messages per second that
 * were both acked and delivered to the visitor; afterwards every acked one must have arrived.
 */
export async function sustain({ talks, warmUpMs, ms, signal }: Sustaining): Promise<number> {
  const count = { sent: 0, acked: 0, delivered: 0 }
  let sending = true
  for (const { conversation, operator, visitor } of talks) {
    const next = () => {
      count.sent++
      operator.send(messageFrame(conversation).frame)
    }
    operator.listen({
      reply: () => {
        count.acked++
        if (sending) next()
      },
    })
    visitor.listen({ line: () => count.delivered++ })
    next()
  }
  await setTimeout(warmUpMs, undefined, { signal })
  const before = { ...count, at: performance.now() }
  await setTimeout(ms, undefined, { signal })
  const seconds = (performance.now() - before.at) / 1000
  const both = Math.min(count.acked - before.acked, count.delivered - before.delivered)

  sending = false
  const until = performance.now() + SETTLING_MS_MAX
  while (Math.min(count.acked, count.delivered) < count.sent && performance.now() < until)
    await setTimeout(SETTLING_TURN_MS, undefined, { signal })
  if (count.acked !== count.sent || count.delivered !== count.sent)
    throw new Error(`of ${count.sent} messages ${count.acked} were acked and ${count.delivered} delivered`)
  return both / seconds
}
