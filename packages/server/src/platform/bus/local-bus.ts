import type { Bus, BusCounts } from './bus.ts'
import { isShort } from './parcels.ts'
import { openSubscriptions, type Subscriptions } from './subscriptions.ts'

type Neighbour = Pick<Subscriptions, 'tell'> & { counts: BusCounts }
/** Nodes of one process; a server on its own is alone in its room. */
export type BusRoom = Set<Neighbour>

export function openLocalBus(room: BusRoom = new Set()): Bus {
  const { tell, subscribe } = openSubscriptions()
  const counts = { out: 0, in: 0, dropped: 0 }
  const own = { tell, counts }
  room.add(own)

  function say(to: (other: Neighbour) => void): void {
    const others = [...room].filter((each) => each !== own)
    if (others.length > 0) counts.out++
    for (const other of others) {
      other.counts.in++
      to(other)
    }
  }

  return {
    announce: (heads) =>
      say((other) => {
        for (const { topic, position } of heads) other.tell(topic, { state: 'moved', position })
      }),
    publishFleeting: (topic, fleeting) => {
      if (isShort(fleeting)) say((other) => other.tell(topic, { state: 'fleeting', fleeting }))
      else counts.dropped++
    },
    subscribe,
    isUp: () => true,
    counts: () => ({ ...counts }),
    close: async () => void room.delete(own),
  }
}
