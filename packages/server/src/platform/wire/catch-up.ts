import type { Topic } from '@portico/protocol/topics'
import type { Db } from '../db/database.ts'
import { BEGINNING, headOf, isSamePoint, readAfter, type Entry, type Point } from '../log.ts'
import type { ReadSnapshot } from '../snapshots.ts'
import type { Cursor } from './cursor.ts'
import { caughtUpFrame, entriesFrame, goneFrame, snapshotFrames } from './frames.ts'
import { BEHIND_MAX, PAGE_ENTRIES } from './limits.ts'
import type { Lists } from './lists.ts'
import type { Outlet } from './outlet.ts'
import type { Pace } from './pace.ts'
import { firstPage } from './first-page.ts'

type CatchUp = {
  topic: Topic
  cursor: Cursor
  outlet: Outlet
  reads: Db
  readSnapshot: ReadSnapshot
  pace: Pace
  isOver: () => boolean
  /** Where the client says what it has been told of movement: that is brought up to date too. */
  told?: { lists: Lists; mark: string | undefined } | undefined
}

/**
 * Brings one topic of one connection up to date. The caller has subscribed it before: what is committed from then on sets
 * `behind`, and the head is read again at the end of each page, so nothing falls between reading and listening.
 * Answers false where there is no such topic.
 */
export async function catchUp({ topic, cursor, outlet, reads, readSnapshot, pace, isOver, told }: CatchUp): Promise<boolean> {
  cursor.state = 'catching-up'
  const from = cursor.point
  // Read before all else: what moves meanwhile is said twice rather than never.
  const mark = await told?.lists.mark(topic)
  let isTold = mark === undefined

  async function readNext(): Promise<Part> {
    cursor.behind = false
    const page = await nextPage(reads, topic, cursor.point)
    if (page === 'snapshot') {
      const { view, position, tag } = await readSnapshot(topic)
      if (!view) return { state: 'gone', frames: [] }
      return { state: 'snapshot', frames: snapshotFrames(topic, view, { position, tag }), point: { position, tag } }
    }
    if (page.length > 0) return { state: 'entries', frames: [entriesFrame(page)], point: page.at(-1) }
    if (isTold || !told) return { state: 'even', frames: [] }
    // Of the same mark nothing has moved, as long as nothing has come or gone.
    const isSame = mark === told.mark && cursor.point === from
    return { state: 'told', frames: isSame ? [] : await told.lists.frames(topic) }
  }

  for (;;) {
    const part = await pace(isOver, readNext)
    if (!part || isOver()) return true
    if (part.state === 'gone') {
      outlet.write(goneFrame(topic))
      return false
    }
    if (part.state === 'even' && !cursor.behind) break
    for (const frame of part.frames) {
      outlet.write(frame)
      await outlet.drained()
      if (isOver()) return true
    }
    if ('point' in part) cursor.point = part.point
    if (part.state === 'snapshot' || part.state === 'told') isTold = true
  }
  cursor.state = 'live'
  outlet.write(caughtUpFrame(topic, cursor.point ?? BEGINNING, mark))
  return true
}

/** What comes next: all of it anew, the next entries, what lists were told meanwhile; `even` has nothing more to say. */
type Part =
  | { state: 'gone' | 'told' | 'even'; frames: readonly string[] }
  | { state: 'snapshot' | 'entries'; frames: readonly string[]; point: Point | undefined }

async function nextPage(reads: Db, topic: Topic, point: Point | undefined): Promise<'snapshot' | readonly Entry[]> {
  if (!point) return 'snapshot'
  const head = await headOf(reads, topic)
  if (isSamePoint(point, head)) return []
  // Where nothing had been said, the topic may have been counted from the beginning twice.
  if (point.position === BEGINNING.position) return 'snapshot'
  if (point.position >= head.position || head.position - point.position > BEHIND_MAX) return 'snapshot'
  const entries = await readAfter(reads, { topic, point, limit: PAGE_ENTRIES })
  return entries ? firstPage(entries) : 'snapshot'
}
