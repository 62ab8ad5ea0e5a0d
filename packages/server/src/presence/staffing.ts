import type { ChannelId, OperatorId, PortraitId } from '@portico/protocol/ids'
import type { Staffing } from './events.ts'
import { facesOf } from './face.ts'
import { calledByVisitors } from './held-together.ts'

/** As many as stand side by side in the widget. */
const FACES_MAX = 3

export type Reachable = { id: OperatorId; name: string; alias: string | null; portrait: PortraitId | null }

type Standing = { reachable: readonly Reachable[]; isMasked: boolean }

/** Who is there, in the order of their ids: databases sort texts each in its own way. Masks have no faces. */
export function staffingOf(channel: ChannelId, { reachable, isMasked }: Standing): Staffing {
  const shown = (isMasked ? [] : reachable).toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, FACES_MAX)
  return {
    channel,
    staffed: reachable.length > 0,
    faces: facesOf(shown.map((each) => ({ ...each, name: calledByVisitors(each) }))),
  }
}
