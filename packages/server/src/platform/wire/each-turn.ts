import type { Committed } from '../run-command.ts'

type Announced = Pick<Committed, 'entries' | 'stirred'>

/**
 * Commits of one turn of the event loop, a whole batch of the writing thread, are announced as one: each connection is then
 * written to once for all of them.
 */
export function eachTurn(announce: (announced: Announced) => void): (committed: Announced) => void {
  let gathered: Announced[] = []

  function flush() {
    const all = gathered
    gathered = []
    announce({ entries: all.flatMap(({ entries }) => entries), stirred: all.flatMap(({ stirred }) => stirred) })
  }

  return (committed) => {
    if (gathered.length === 0) process.nextTick(flush)
    gathered.push(committed)
  }
}
