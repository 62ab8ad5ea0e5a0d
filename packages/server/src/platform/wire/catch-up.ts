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
  for (;;) {
    await pace.turn()
    if (isOver()) return true
    cursor.behind = false
    const page = await nextPage(reads, topic, cursor.point)
    if (isOver()) return true
    if (page === 'snapshot') {
      const { view, position, tag } = await readSnapshot(topic)
      if (isOver()) return true
      if (!view) {
        outlet.write(goneFrame(topic))
        return false
      }
      for (const frame of snapshotFrames(topic, view, { position, tag })) {
        outlet.write(pace.counted(frame))
        await outlet.drained()
        if (isOver()) return true
      }
      cursor.point = { position, tag }
      isTold = true
    } else if (page.length > 0) {
      outlet.write(pace.counted(entriesFrame(page)))
      cursor.point = page.at(-1)
    } else if (!isTold && told) {
      isTold = true
      // Of the same mark nothing has moved, as long as nothing has come or gone.
      const frames = mark === told.mark && cursor.point === from ? [] : await told.lists.frames(topic)
      if (isOver()) return true
      for (const frame of frames) outlet.write(pace.counted(frame))
    } else if (!cursor.behind) {
      break
    }
    await outlet.drained()
    if (isOver()) return true
  }
  cursor.state = 'live'
  outlet.write(caughtUpFrame(topic, cursor.point ?? BEGINNING, mark))
  return true
}

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
