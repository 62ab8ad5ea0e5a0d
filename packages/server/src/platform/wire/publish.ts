import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import { FLEETING_BYTES_MAX, type Bus } from '../bus/bus.ts'
import type { Hub } from './hub.ts'

/** Said in passing to all who listen, here and on the other nodes. */
export type Publish = (topic: Topic, fleeting: Fleeting, except?: Parameters<Hub['fleet']>[2]) => void

export function publishBy(hub: Hub, bus: () => Bus | undefined): Publish {
  return (topic, fleeting, except) => {
    hub.fleet(topic, fleeting, except)
    bus()?.publishFleeting(topic, shortened(fleeting))
  }
}

/** Of a draft other nodes see as much from its beginning as goes over. */
function shortened(fleeting: Fleeting): Fleeting {
  if (fleeting.type !== 'draft') return fleeting
  let { text } = fleeting
  while (Buffer.byteLength(JSON.stringify({ ...fleeting, text })) > FLEETING_BYTES_MAX)
    text = text.slice(0, Math.floor(text.length * 0.9)).replace(/[\uD800-\uDBFF]$/, '')
  return { ...fleeting, text }
}
