import type { Topic } from '@portico/protocol/topics'
import type { Db } from '../db/database.ts'
import { BEGINNING, headOf, isSamePoint, readAfter, type Entry, type Point } from '../log.ts'
import type { ReadSnapshot } from '../snapshots.ts'
import type { Cursor } from './cursor.ts'
import { caughtUpFrame, entriesFrame, goneFrame, snapshotFrames } from './frames.ts'
import { BEHIND_MAX, PAGE_ENTRIES } from './limits.ts'
import type { Outlet } from './outlet.ts'
import type { Pace } from './pace.ts'
import { pageOf } from './page-of.ts'

type CatchUp = {
  topic: Topic
  cursor: Cursor
  outlet: Outlet
  reads: Db
  readSnapshot: ReadSnapshot
  pace: Pace
  isOver: () => boolean
}

/**
 * Brings one topic of one connection up to date. The caller has subscribed it before: what is committed from then on sets
 * `behind`, and the head is read again at the end of each page, so nothing falls between reading and listening.
 * Answers false where there is no such topic.
 */
export async function catchUp({ topic, cursor, outlet, reads, readSnapshot, pace, isOver }: CatchUp): Promise<boolean> {
  cursor.state = 'catching-up'
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
    } else if (page.length > 0) {
      outlet.write(pace.counted(entriesFrame(page)))
      cursor.point = page.at(-1)
    } else if (!cursor.behind) {
      break
    }
    await outlet.drained()
    if (isOver()) return true
  }
  cursor.state = 'live'
  outlet.write(caughtUpFrame(topic, cursor.point ?? BEGINNING))
  return true
}

async function nextPage(reads: Db, topic: Topic, point: Point | undefined): Promise<'snapshot' | readonly Entry[]> {
  if (!point) return 'snapshot'
  const head = await headOf(reads, topic)
  if (isSamePoint(point, head)) return []
  if (point.position >= head.position || head.position - point.position > BEHIND_MAX) return 'snapshot'
  const entries = await readAfter(reads, { topic, point, limit: PAGE_ENTRIES })
  return entries ? pageOf(entries) : 'snapshot'
}
