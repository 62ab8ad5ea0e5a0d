import type { Socket } from 'node:net'
import type { Clock } from '../clock.ts'
import type { LimitHits } from './limit-hits.ts'
import { NO_PROGRESS_MS } from './limits.ts'

type Options = { connection: Socket; clock: Clock; limitHits: LimitHits; stuck: () => void }

/** A reader that takes nothing for so long is gone, whatever its heartbeat says. `look` is called after each write. */
export function watchProgress({ connection, clock, limitHits, stuck }: Options): { look: () => void; stop: () => void } {
  let cancel: (() => void) | undefined
  // bytesWritten counts what is queued too.
  const sent = () => connection.bytesWritten - connection.writableLength

  function watch(before: number) {
    cancel = clock.after(NO_PROGRESS_MS, () => {
      cancel = undefined
      if (connection.writableLength === 0) return
      if (sent() === before) {
        limitHits.hit('no-progress')
        return stuck()
      }
      watch(sent())
    })
  }

  return {
    look: () => {
      if (connection.writableLength > 0 && !cancel) watch(sent())
    },
    stop: () => cancel?.(),
  }
}
