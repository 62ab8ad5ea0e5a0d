import { every, type Clock } from '../clock.ts'
import type { Room } from '../road.ts'
import type { Hub } from './hub.ts'
import { DISK_FULL_SAID_MS } from './limits.ts'

type Options = { hub: Hub; clock: Clock; onFault: (error: unknown) => void }

/** Tells operators that the disk is full, again and again, so that whoever comes meanwhile hears it too; and once when it no longer is. */
export function tellRoom({ hub, clock, onFault }: Options): { found: (room: Room) => void; close: () => void } {
  let stop: (() => void) | undefined
  const close = () => {
    stop?.()
    stop = undefined
  }

  return {
    found: (room) => {
      close()
      const say = () => hub.fleet('settings', { type: room === 'none' ? 'disk.full' : 'disk.free' })
      say()
      if (room === 'none') stop = every({ clock, ms: DISK_FULL_SAID_MS, onFault }, say)
    },
    close,
  }
}
