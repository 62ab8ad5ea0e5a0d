import type { Level } from '@portico/protocol/level-order'
import { mayFromOutside } from './permission.ts'

export type Invitee = {
  channelLevel: Level | undefined
  /** Whether his switch and his presence allow this kind of conversation. */
  reachable: boolean
  participating: boolean
  invitedAt?: number
}

export type Objection = 'unreachable' | 'participating' | 'invited' | 'channel-level'

/** Why somebody cannot be invited; undefined: he can. */
export function objectionTo({ channelLevel, reachable, participating, invitedAt }: Invitee): Objection | undefined {
  if (participating) return 'participating'
  if (invitedAt !== undefined) return 'invited'
  if (!reachable) return 'unreachable'
  return channelLevel === undefined ? 'channel-level' : undefined
}

/** The parts an invited operator may choose from. */
export function partsOffered(channelLevel: Level | undefined): readonly Level[] {
  return [
    ...(mayFromOutside('join-as-observer', channelLevel) ? (['observer'] as const) : []),
    ...(mayFromOutside('join-as-participant', channelLevel) ? (['participant'] as const) : []),
  ]
}
