import { frame } from './frames.ts'
import { POLL_BYTES } from './limits.ts'
import type { Outlet } from './outlet.ts'

const TELLS_SOMETHING = ['{"type":"entries"', '{"type":"snapshot"', '{"type":"fleeting"', '{"type":"gone"', '{"type":"close"']

type PollOutlet = Outlet & { take: () => string[]; full: Promise<void> }

/**
 * Collects frames for one answer. `onNews` is called when there is something a client should not wait for. Once it is full
 * nothing has drained until it is taken: what is left comes with the next poll.
 */
export function pollOutlet(onNews: () => void): PollOutlet {
  const frames: string[] = []
  let bytes = 0
  const full = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const write = (text: string | Buffer) => {
    const written = String(text)
    frames.push(written)
    bytes += Buffer.byteLength(written)
    if (bytes >= POLL_BYTES) full.resolve()
    if (TELLS_SOMETHING.some((start) => written.startsWith(start))) onNews()
  }
  return {
    over: 'poll',
    write,
    queuedBytes: () => 0,
    drained: () => (bytes < POLL_BYTES ? Promise.resolve() : taken.promise),
    close: (why) => write(frame({ type: 'close', ...why })),
    full: full.promise,
    take: () => {
      taken.resolve()
      return frames
    },
  }
}
