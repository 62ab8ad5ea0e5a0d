import { setTimeout } from 'node:timers/promises'
import { messageFrame, type Talk } from './talk.ts'

const TURN_MS = 2
const SETTLING_MS_MAX = 20_000

export type Pacing = { talks: readonly Talk[]; perSecond: number; ms: number; signal: AbortSignal }

/** Milliseconds from the instant at which a message was due to be sent. */
export type Latencies = { acks: number[]; deliveries: number[] }

/** So many messages a second, whether or not the server keeps up: one conversation after the other, the two sides in turn. */
export async function pace({ talks, perSecond, ms, signal }: Pacing): Promise<Latencies> {
  const dueAt = new Map<string, number>()
  const acks: number[] = []
  const deliveries: number[] = []
  const take = (id: string, into: number[]) => {
    const at = dueAt.get(id)
    if (at !== undefined && dueAt.delete(id)) into.push(performance.now() - at)
  }
  for (const { operator, visitor } of talks) {
    operator.listen({ reply: (id) => take(id, acks), line: (line) => take(`operator ${line}`, deliveries) })
    visitor.listen({ reply: (id) => take(id, acks), line: (line) => take(`visitor ${line}`, deliveries) })
  }

  const count = Math.floor((perSecond * ms) / 1000)
  const startedAt = performance.now()
  for (let sent = 0; sent < count;) {
    const due = Math.min(count, Math.floor(((performance.now() - startedAt) * perSecond) / 1000))
    for (; sent < due; sent++) send(sent)
    await setTimeout(TURN_MS, undefined, { signal })
  }
  const until = performance.now() + SETTLING_MS_MAX
  while ((acks.length < count || deliveries.length < count) && performance.now() < until)
    await setTimeout(50, undefined, { signal })
  if (acks.length < count || deliveries.length < count)
    throw new Error(`of ${count} messages ${acks.length} were acked and ${deliveries.length} delivered`)
  return { acks, deliveries }

  function send(n: number): void {
    const talk = talks[n % talks.length]
    if (!talk) throw new Error('no conversation to send in')
    const byVisitor = Math.floor(n / talks.length) % 2 === n % 2
    const { id, line, frame } = messageFrame(talk.conversation)
    const at = startedAt + ((n + 1) * 1000) / perSecond
    dueAt.set(id, at)
    dueAt.set(`${byVisitor ? 'operator' : 'visitor'} ${line}`, at)
    ;(byVisitor ? talk.visitor : talk.operator).send(frame)
  }
}
