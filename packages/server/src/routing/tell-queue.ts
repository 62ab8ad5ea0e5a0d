import { setImmediate } from 'node:timers/promises'
import type { CommandId, ConversationId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Topic } from '@portico/protocol/topics'
import { system } from '../platform/actor.ts'
import { every, type Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import type { Members } from '../platform/members/members.ts'
import type { Road } from '../platform/road.ts'
import type { Hub } from '../platform/wire/hub.ts'
import { estimateInParts, type Estimate } from './estimate.ts'
import { readGone, readLines, readQueue, type Line } from './queue-reads.ts'
import { seededRandom } from './seeded-random.ts'
import { toldPlace } from './told-place.ts'

export const TELL_MS = 5000
/** A word may be lost: it is said again. */
export const AGAIN_MS = 60_000
/** Shorter absences are none: a page that is left for the next one, a tunnel. */
export const LEFT_MS = 60_000

type Options = {
  road: Road
  reads: Db
  hub: Pick<Hub, 'sessionsOn' | 'tell'>
  members: Pick<Members, 'list'>
  clock: Clock
  onFault: (fault: { what: string; error: unknown }) => void
}

/**
 * Tells visitors who are connected to this node where they stand, as often as the words change; and finds who has left while he
 * waited, which each node says and the first is heard.
 */
export function tellQueue({ road, reads, hub, members, clock, onFault }: Options): () => void {
  const told = new WeakMap<object, { words: string; at: number }>()
  const absentSince = new Map<ConversationId, number>()

  async function tell(line: Line): Promise<void> {
    const { tellsQueue } = line.options
    const here = line.waiting.filter((id) => hub.sessionsOn(topicOf(id)).length > 0)
    if (tellsQueue === 'nothing' || here.length === 0) return
    const places = await placesIn(line, tellsQueue)
    const at = clock.now()
    for (const id of here) {
      const place = toldPlace(places[line.waiting.indexOf(id)] ?? { state: 'too-far', place: line.waiting.length }, tellsQueue)
      const words = JSON.stringify([id, place])
      for (const session of hub.sessionsOn(topicOf(id))) {
        const last = told.get(session)
        if (last?.words === words && at - last.at < AGAIN_MS) continue
        told.set(session, { words, at })
        hub.tell(session, topicOf(id), place)
      }
    }
  }

  async function placesIn(line: Line, tells: 'estimate' | 'place'): Promise<readonly Estimate[]> {
    const queue = tells === 'estimate' ? await readQueue(reads, { ...line, at: clock.now() }) : 'unlimited'
    return queue === 'unlimited'
      ? line.waiting.map((_, index) => ({ state: 'not-enough-data', place: index + 1 }))
      : // What somebody writes meanwhile has its turn between the parts.
        estimateInParts(queue, seededRandom(), () => setImmediate())
  }

  async function findLeft(waiting: readonly ConversationId[]): Promise<void> {
    for (const id of absentSince.keys()) if (!waiting.includes(id)) absentSince.delete(id)
    const listed = await members.list(waiting.map(topicOf))
    if (listed === 'unknown') return
    const gone = await readGone(reads, waiting)
    const at = clock.now()
    for (const id of waiting) {
      const isHere = (listed.get(topicOf(id))?.length ?? 0) > 0
      if (isHere) absentSince.delete(id)
      else absentSince.set(id, absentSince.get(id) ?? at)
      const type = isHere ? 'queue.return' : 'queue.leave'
      const isNews = isHere ? gone.has(id) : !gone.has(id) && at - (absentSince.get(id) ?? at) >= LEFT_MS
      if (isNews)
        await road.run({
          id: newId<CommandId>(at),
          command: { type, conversation: id },
          actor: system('routing'),
          at,
          once: true,
        })
    }
  }

  return every({ clock, ms: TELL_MS, onFault: (error) => onFault({ what: 'queue', error }) }, async () => {
    const lines = await readLines(reads)
    for (const line of lines) await tell(line)
    await findLeft(lines.flatMap(({ waiting }) => waiting))
  })
}

const topicOf = (id: ConversationId): Topic => `chat:${id}`
