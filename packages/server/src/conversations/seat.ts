import type { ChannelId, SeatId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Context } from '../platform/capability.ts'

/** How somebody came into a conversation. */
export type CameBy =
  | 'accept'
  | 'writing'
  | 'reopening'
  | 'return'
  | 'dispatch'
  | 'assignment'
  | 'invitation'
  | 'help'
  | 'hand-over'
  | 'supervision'

/** One stay in a conversation. Whoever comes back has another; the level is that of this stay, whatever his channel gives him. */
export type Seat = { id: SeatId; level: Level; by: CameBy }

/** As much as the channel gives whoever comes; whom the server lets in may take it, and is an owner. */
export const newSeat = ({ newId, actor }: Context, { by, channel, level }: Wished): Seat => ({
  id: newId(),
  level: level ?? levelOf(by, actor, channel),
  by,
})

type Wished = { by: CameBy; channel: ChannelId; level?: Level | undefined }

const UNTAKEN: readonly CameBy[] = ['invitation', 'hand-over', 'supervision']

/** Of one that he has not taken himself, or in which he only reads along, he is told by himself: its channel may have no list for him. */
export const isSitting = ({ level, by }: Pick<Seat, 'level' | 'by'>): boolean => level === 'observer' || UNTAKEN.includes(by)

function levelOf(by: CameBy, actor: Context['actor'], channel: ChannelId): Level {
  if (by === 'help') return 'participant'
  return by === 'writing' && actor.kind === 'operator' ? (actor.levels.get(channel) ?? 'participant') : 'owner'
}
