// What a client keeps of one topic, and the steps by which frames change it. Pure: a step returns the next state.
import type { Event } from '@portico/protocol'
import type { Topic } from '@portico/protocol/topics'
import type { View } from './views/applier.ts'

export const EARLY_MAX = 64

export type KeptTopic = {
  /** Position of the last entry applied; null asks for a snapshot. */
  cursor: number | null
  /** Of that entry: it says in which line of history it stands. */
  tag: string
  /** Of the last `caught-up`; none when something has moved since. */
  mark: string
  /** Where the server last said that we have all; -1 before it says so. */
  head: number
  view: View | undefined
  /** What people see: undefined until the topic has caught up for the first time. */
  shown: View | undefined
  /** Of a snapshot that has not ended yet. */
  parts: string
  /** Entries beyond a hole, by position. */
  early: ReadonlyMap<number, Early>
}

type Early = { event: Event; tag: string }

export const unknownTopic: KeptTopic = {
  cursor: null,
  tag: '',
  mark: '',
  head: -1,
  view: undefined,
  shown: undefined,
  parts: '',
  early: new Map(),
}

/** After a reconnect the server begins again behind the cursor; of another epoch no position counts. */
export function resume(kept: KeptTopic, sameEpoch: boolean): KeptTopic {
  return { ...kept, head: -1, parts: '', early: new Map(), cursor: sameEpoch ? kept.cursor : null }
}

export const takePart = (kept: KeptTopic, part: string): KeptTopic => ({ ...kept, parts: kept.parts + part })

type End = { position: number; tag: string }

/** What came early in a view that is replaced may be of another line of history: the server says anew what follows. */
export function takeSnapshot(kept: KeptTopic, { position, tag }: End, apply: ApplyHere): Taken {
  const view = JSON.parse(kept.parts) as View // the server's word, of its own type
  const early = kept.cursor === null ? kept.early : unknownTopic.early
  return applyInOrder(show({ ...kept, cursor: position, tag, view, parts: '', early }), apply)
}

type Entries = { position: number; tags: readonly string[]; events: readonly Event[] }

export function takeEntries(kept: KeptTopic, entries: Entries, apply: ApplyHere): Taken {
  const early = new Map(kept.early)
  const applied = kept.cursor ?? -1
  // What continues the view needs no place among the early ones, however long the page is.
  const continues = kept.cursor !== null && entries.position <= applied + 1
  entries.events.forEach((event, index) => {
    const position = entries.position + index
    if (position > applied && (continues || early.size < EARLY_MAX))
      early.set(position, { event, tag: entries.tags[index] ?? '' })
  })
  return applyInOrder({ ...kept, early }, apply)
}

export function takeCaughtUp(
  kept: KeptTopic,
  { position, mark = '' }: { position: number; mark?: string | undefined },
): KeptTopic {
  const level = { ...kept, mark, head: position }
  return hasHole(level) ? level : { ...level, shown: kept.view }
}

/** There are entries that we know of and cannot apply. */
export const hasHole = (kept: KeptTopic): boolean => kept.early.size > 0 || kept.head > (kept.cursor ?? -1)

/** One step of this topic's view. */
type ApplyHere = (view: View, event: Event) => View

/** `applied` are the events that have become part of the view, in order. */
export type Taken = { kept: KeptTopic; applied: readonly Event[] }

function applyInOrder(kept: KeptTopic, apply: ApplyHere): Taken {
  let { cursor, tag, view } = kept
  if (cursor === null || view === undefined) return { kept, applied: [] }
  const early = new Map(kept.early)
  const applied: Event[] = []
  for (let next = early.get(cursor + 1); next; next = early.get(cursor + 1)) {
    cursor += 1
    tag = next.tag
    view = apply(view, next.event)
    applied.push(next.event)
  }
  for (const position of early.keys()) if (position <= cursor) early.delete(position)
  return { kept: show({ ...kept, cursor, tag, view, early }), applied }
}

export const show = (kept: KeptTopic): KeptTopic => (kept.shown === undefined ? kept : { ...kept, shown: kept.view })

/** Where it stands, as a client tells the server. */
export const cursorOf = (topic: Topic, { cursor, tag, mark }: KeptTopic = unknownTopic) =>
  cursor === null ? { topic, position: cursor } : { topic, position: cursor, tag, ...(mark && { mark }) }
