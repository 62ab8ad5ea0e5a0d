import type { ChannelId, OperatorId, PortraitId } from '@portico/protocol/ids'
import type { Staffing } from './events.ts'
import { facesOf } from './face.ts'

/** As many as stand side by side in the widget. */
const FACES_MAX = 3

export type Reachable = { id: OperatorId; name: string; portrait: PortraitId | null }

/** Who is there, in the order of their ids: databases sort texts each in its own way. */
export function staffingOf(channel: ChannelId, reachable: readonly Reachable[]): Staffing {
  const shown = reachable.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, FACES_MAX)
  return { channel, staffed: reachable.length > 0, faces: facesOf(shown) }
}
