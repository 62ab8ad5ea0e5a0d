import type { Level } from '@portico/protocol/level-order'
import { type InsideDeed, mayFromOutside, PERMITTED } from './permission.ts'

/** One operator in one conversation. */
export type Participation = {
  /** The one he joined with or switched to; it may be lower than the channel's. */
  level: Level
  /** What the conversation's channel gives him at this moment. */
  channelLevel: Level | undefined
  cameBy: 'accepting' | 'starting' | 'invitation'
  /** Operators in the conversation who are not observers, himself included. */
  contributing: number
}

export type Obstacle = 'level' | 'channel-level' | 'not-invited' | 'customer-left-alone'

/** Why somebody inside a conversation may not do this; undefined: he may. What takes it elsewhere is asked of `moving.ts`. */
export function obstacleTo(deed: Exclude<InsideDeed, 'change-channel'>, participation: Participation): Obstacle | undefined {
  const { level, channelLevel, cameBy, contributing } = participation
  const condition = PERMITTED.inside[deed][level]
  const onlyInvited = condition === 'if-invited' || condition === 'if-invited-unless-last'
  const onlyInCompany = condition === 'unless-last' || condition === 'if-invited-unless-last'
  if (condition === 'no') return 'level'
  if (onlyInvited && cameBy !== 'invitation') return 'not-invited'
  if (onlyInCompany && contributing <= 1) return 'customer-left-alone'
  if (deed === 'switch-to-participant' && !mayFromOutside('join-as-participant', channelLevel)) return 'channel-level'
  return undefined
}

/** What each change of an operator's part says to whom; a side that is missing hears nothing. */
export const ANNOUNCED = {
  'joined-as-observer': { operators: 'joined-as-observer' },
  'joined-as-participant': { operators: 'joined', customer: 'joined' },
  'switched-to-observer': { operators: 'switched-to-observer', customer: 'left' },
  'switched-to-participant': { operators: 'switched-to-participant', customer: 'joined' },
  'left-as-observer': { operators: 'left' },
  'left-as-participant': { operators: 'left', customer: 'left' },
  invited: { operators: 'invited' },
  declined: { operators: 'declined' },
} as const
