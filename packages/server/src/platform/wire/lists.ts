import type { ConversationId } from '@portico/protocol/ids'
import type { Topic } from '@portico/protocol/topics'
import type { ListReads, Moved } from '../capability.ts'
import type { Db } from '../db/database.ts'
import { findByName, type AnyCapability } from '../registry.ts'
import { kindAndId } from '../topic.ts'
import { fleetingFrame } from './frames.ts'
import type { Hub } from './hub.ts'

/** So many fit in a frame, whatever letters their excerpts are of. */
const ROWS_PER_FRAME = 50

/** What lists learn by fleeting hints alone, as the database has it: said to whoever resumes, and to all whenever it is found to have changed. */
export type Lists = {
  /** Names a state of a list's movement; undefined for topics that are no lists. */
  mark: (topic: Topic) => Promise<string | undefined>
  frames: (topic: Topic) => Promise<readonly string[]>
  check: () => Promise<void>
}

type Given = { reads: Db; hub: Hub; capabilities: readonly AnyCapability[] }
type Known = { mark: string; rows: ReadonlyMap<ConversationId, string> }

export function openLists({ reads, hub, capabilities }: Given): Lists {
  const readsOf = findByName<ListReads>(capabilities.map(({ lists }) => lists))
  /** Of each list that somebody holds here, as the last check found it. */
  let known = new Map<Topic, Known>()

  const markOf = async (topic: Topic) => {
    const { kind, id } = kindAndId(topic)
    return readsOf(kind)?.mark(reads, id)
  }
  const rowsOf = async (topic: Topic) => {
    const { kind, id } = kindAndId(topic)
    return (await readsOf(kind)?.rows(reads, id)) ?? []
  }

  async function look(topic: Topic, before: Known | undefined): Promise<Known | undefined> {
    const now = await markOf(topic)
    if (now === undefined || now === before?.mark) return before
    const moved = await rowsOf(topic)
    const rows = new Map(moved.map((row) => [row.conversation, JSON.stringify(row.summary)]))
    const changed = moved.filter(({ conversation }) => rows.get(conversation) !== before?.rows.get(conversation))
    for (const page of pagesOf(changed)) hub.fleet(topic, { type: 'list.moved', rows: page })
    return { mark: now, rows }
  }

  return {
    mark: async (topic) => {
      const now = await markOf(topic)
      // Whoever listens alone is told all of this state: the next check says what has changed since.
      const isAlone = !known.has(topic) || hub.sessionsOn(topic).length === 1
      if (now !== undefined && isAlone) known.set(topic, { mark: now, rows: new Map() })
      return now
    },
    frames: async (topic) => pagesOf(await rowsOf(topic)).map((rows) => fleetingFrame(topic, { type: 'list.moved', rows })),
    check: async () => {
      const next = new Map<Topic, Known>()
      for (const topic of hub.topics()) {
        const found = readsOf(kindAndId(topic).kind) && (await look(topic, known.get(topic)))
        if (found) next.set(topic, found)
      }
      known = next
    },
  }
}

const pagesOf = (rows: readonly Moved[]): Moved[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_PER_FRAME) }, (_, i) =>
    rows.slice(i * ROWS_PER_FRAME, (i + 1) * ROWS_PER_FRAME),
  )
