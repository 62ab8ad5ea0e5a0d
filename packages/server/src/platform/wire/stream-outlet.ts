import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { CLOSE } from '@portico/protocol/close-codes'
import type { Clock } from '../clock.ts'
import { frame } from './frames.ts'
import type { LimitHits } from './limit-hits.ts'
import { CLOSING_MS, QUEUED_BYTES_MAX, STREAM_PRELUDE_BYTES } from './limits.ts'
import type { Outlet } from './outlet.ts'
import { watchProgress } from './progress.ts'

type Options = { response: ServerResponse; connection: Socket; clock: Clock; limitHits: LimitHits }

/** Frames as server-sent events in the answer to a POST. The prelude gets past proxies that wait for a first buffer. */
export function streamOutlet({ response, connection, clock, limitHits }: Options): Outlet & { end: () => void } {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write(`:${' '.repeat(STREAM_PRELUDE_BYTES)}\n\n`)
  const { look, stop } = watchProgress({ connection, clock, limitHits, stuck: () => connection.destroy() })
  response.once('close', stop)
  const write = (text: string | Buffer) => {
    if (response.writableEnded) return
    if (response.writableLength > QUEUED_BYTES_MAX) return overflow()
    response.write(`data: ${String(text)}\n\n`)
    process.nextTick(look) // a chunk reaches the connection at the end of the turn
  }
  function end() {
    response.end()
    const cancel = clock.after(CLOSING_MS, () => connection.destroy())
    response.once('close', cancel)
  }
  function overflow() {
    limitHits.hit('send-queue')
    response.write(`data: ${frame({ type: 'close', code: CLOSE.slowReader, reason: 'reads too slowly' })}\n\n`)
    end()
  }
  return {
    over: 'stream',
    end,
    write,
    queuedBytes: () => response.writableLength,
    drained: () => {
      if (!response.writableNeedDrain || response.destroyed) return Promise.resolve()
      return new Promise((resolve) => {
        const done = () => {
          response.off('drain', done)
          response.off('close', done)
          resolve()
        }
        response.on('drain', done)
        response.on('close', done)
      })
    },
    close: (why) => {
      write(frame({ type: 'close', ...why }))
      end()
    },
  }
}
