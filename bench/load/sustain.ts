import { setTimeout } from 'node:timers/promises'
import type { Talk } from './talk.ts'
import { messageFrame } from './talk.ts'

const SETTLING_MS_MAX = 10_000
const SETTLING_TURN_MS = 50

/** `atOnce` messages are under way; the conversations take turns, so that nobody writes faster than people may. */
export type Sustaining = { talks: readonly Talk[]; atOnce: number; warmUpMs: number; ms: number; signal: AbortSignal }

export type Sustained = { perSecond: number; messages: number }

/**
 * An operator of the next conversation sends the next message as soon as one is acked. Answers messages per second that were
 * both acked and delivered to the visitor, and how many there were from beginning to end; afterwards every acked one must have arrived.
 */
export async function sustain({ talks, atOnce, warmUpMs, ms, signal }: Sustaining): Promise<Sustained> {
  const count = { sent: 0, acked: 0, delivered: 0 }
  let sending = true
  let turn = 0
  const next = () => {
    const talk = talks[turn++ % talks.length]
    if (!talk) throw new Error('no conversation to send in')
    count.sent++
    talk.operator.send(messageFrame(talk.conversation).frame)
  }
  for (const { operator, visitor } of talks) {
    operator.listen({
      reply: () => {
        count.acked++
        if (sending) next()
      },
    })
    visitor.listen({ line: () => count.delivered++ })
  }
  for (let sender = 0; sender < atOnce; sender++) next()
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
  return { perSecond: both / seconds, messages: count.sent }
}
