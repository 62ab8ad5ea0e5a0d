import type { Topic } from '@portico/protocol/topics'
import type { Db } from '../db/database.ts'
import { headOf, readSince, type Entry } from '../log.ts'
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
    const page = await nextPage(reads, topic, cursor.position)
    if (isOver()) return true
    if (page === 'snapshot') {
      const { view, position } = await readSnapshot(topic)
      if (isOver()) return true
      if (!view) {
        outlet.write(goneFrame(topic))
        return false
      }
      for (const frame of snapshotFrames(topic, view, position)) {
        outlet.write(pace.counted(frame))
        await outlet.drained()
        if (isOver()) return true
      }
      cursor.position = position
    } else if (page.length > 0) {
      outlet.write(pace.counted(entriesFrame(page)))
      cursor.position = page.at(-1)?.position
    } else if (!cursor.behind) {
      break
    }
    await outlet.drained()
    if (isOver()) return true
  }
  cursor.state = 'live'
  outlet.write(caughtUpFrame(topic, cursor.position ?? 0))
  return true
}

async function nextPage(reads: Db, topic: Topic, position: number | undefined): Promise<'snapshot' | readonly Entry[]> {
  if (position === undefined) return 'snapshot'
  const head = await headOf(reads, topic)
  if (position > head || head - position > BEHIND_MAX) return 'snapshot'
  if (position === head) return []
  const entries = await readSince(reads, { topic, cursor: position, limit: PAGE_ENTRIES })
  return entries[0]?.position === position + 1 ? pageOf(entries) : 'snapshot'
}
