import type { Topic } from '@portico/protocol/topics'
import { markNow, readMovedSince, type Mark } from '../db/commit-order.ts'
import type { Db } from '../db/database.ts'
import { headsOf, type Head } from '../log.ts'
import type { Hub } from './hub.ts'
import { HEADS_AT_ONCE, HEADS_IN_TURN } from './limits.ts'

/**
 * Finds what has moved without us: each call reads the heads that moved since the one before, so it costs what these cost and not
 * what is listened to. A head that was put back by hand moves in no order, so some of those listened to are looked at in turn.
 */
export function headCheck({ hub, reads }: { hub: Hub; reads: Db }): () => Promise<void> {
  let last: Mark | undefined
  let turn = hub.topics()

  return async () => {
    const { mark, isBack } = await markNow(reads, last)
    // Of a database that has gone back, and at the beginning, nobody knows since when.
    if (last === undefined || isBack) await checkAll()
    else await checkMoved(last)
    last = mark
    await checkInTurn()
  }

  async function checkMoved(since: Mark): Promise<void> {
    for (let after; ;) {
      const page = await readMovedSince(reads, { mark: since, after, limit: HEADS_AT_ONCE })
      page.forEach(tell)
      after = page.at(-1)
      if (page.length < HEADS_AT_ONCE) return
    }
  }

  async function checkAll(): Promise<void> {
    const all = hub.topics()
    for (let page = take(all, HEADS_AT_ONCE); page.length > 0; page = take(all, HEADS_AT_ONCE)) await check(page)
  }

  async function checkInTurn(): Promise<void> {
    let page = take(turn, HEADS_IN_TURN)
    if (page.length === 0) {
      turn = hub.topics()
      page = take(turn, HEADS_IN_TURN)
    }
    if (page.length > 0) await check(page)
  }

  async function check(topics: readonly Topic[]): Promise<void> {
    for (const head of await headsOf(reads, topics)) tell(head)
  }

  function tell(head: Head): void {
    for (const session of hub.sessionsOn(head.topic)) session.check(head)
  }
}

function take(topics: Iterator<Topic>, count: number): Topic[] {
  const taken: Topic[] = []
  while (taken.length < count) {
    const { done, value } = topics.next()
    if (done) break
    taken.push(value)
  }
  return taken
}
