import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { CLOSE } from '@portico/protocol/close-codes'
import type { Clock } from '../clock.ts'
import { frame } from './frames.ts'
import type { LimitHits } from './limit-hits.ts'
import { CLOSING_MS, QUEUED_BYTES_MAX } from './limits.ts'
import type { Outlet } from './outlet.ts'
import { watchProgress } from './progress.ts'
import { textFrame } from './text-frame.ts'

type Options = { socket: WebSocket; stream: Socket; clock: Clock; limitHits: LimitHits }

/** The one bounded writer of a socket: what is written in one turn leaves in one system call. */
export function socketOutlet({ socket, stream, clock, limitHits }: Options): Outlet {
  let corked = false
  let drains: (() => void)[] = []
  const progress = watchProgress({ connection: stream, clock, limitHits, stuck: () => socket.terminate() })

  function write(encoded: string | Buffer) {
    if (socket.readyState !== socket.OPEN) return
    if (stream.writableLength > QUEUED_BYTES_MAX) {
      limitHits.hit('send-queue')
      return end(CLOSE.slowReader, 'reads too slowly')
    }
    if (!corked) {
      corked = true
      stream.cork()
      process.nextTick(flush)
    }
    if (typeof encoded === 'string') socket.send(encoded)
    else stream.write(textFrame(encoded))
  }
  function flush() {
    corked = false
    stream.uncork()
    progress.look()
  }
  function end(code: number, reason: string) {
    socket.close(code, reason)
    const cancel = clock.after(CLOSING_MS, () => socket.terminate())
    stream.once('close', cancel)
  }
  const settle = () => {
    const resolved = drains
    drains = []
    for (const resolve of resolved) resolve()
  }
  stream.on('drain', settle)
  stream.on('close', () => {
    progress.stop()
    settle()
  })

  return {
    over: 'socket',
    write,
    queuedBytes: () => stream.writableLength,
    drained: () => {
      if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve()
      return new Promise((resolve) => drains.push(resolve))
    },
    // A close frame has room for a code and a text: where the client must wait, the text is for how long. What else there is to say goes ahead.
    close: (why) => {
      const { code, reason, retryAfterMs } = why
      if (why.challenge || why.limit) write(frame({ type: 'close', ...why }))
      end(code, retryAfterMs === undefined ? reason : String(retryAfterMs))
    },
  }
}
