import type { Bus } from './bus.ts'
import { isShort } from './parcels.ts'
import { openSubscriptions, type Subscriptions } from './subscriptions.ts'

/** Nodes of one process; a server on its own is alone in its room. */
export type BusRoom = Set<Subscriptions>

export function openLocalBus(room: BusRoom = new Set()): Bus {
  const own = openSubscriptions()
  room.add(own)
  const others = () => [...room].filter((each) => each !== own)

  return {
    announce: (heads) => {
      for (const other of others()) for (const { topic, position } of heads) other.tell(topic, { state: 'moved', position })
    },
    publishFleeting: (topic, fleeting) => {
      if (isShort(fleeting)) for (const other of others()) other.tell(topic, { state: 'fleeting', fleeting })
    },
    subscribe: own.subscribe,
    isUp: () => true,
    close: async () => void room.delete(own),
  }
}
