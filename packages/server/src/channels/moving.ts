import type { Level } from '@portico/protocol/level-order'
import { mayFromOutside, PERMITTED } from './permission.ts'

/** A channel, and what it gives somebody at this moment. */
export type Place = { channel: 'default' | 'other'; level: Level | undefined }

export type MoveObstacle = 'level' | 'target-level' | 'default-channel'

/** Why somebody inside a conversation may not move it to another channel: what he joined with counts here, what is given counts there. */
export function obstacleToChange({ level, from, to }: { level: Level; from: Place; to: Place }): MoveObstacle | undefined {
  if (isFixed(from, to)) return 'default-channel'
  if (PERMITTED.inside['change-channel'][level] === 'no') return 'level'
  return mayFromOutside('move-request', to.level) ? undefined : 'target-level'
}

/** Why somebody may not move a request that nobody has accepted: what either channel gives him counts. */
export function obstacleToMove({ from, to }: { from: Place; to: Place }): MoveObstacle | undefined {
  if (isFixed(from, to)) return 'default-channel'
  if (!mayFromOutside('move-request', from.level)) return 'level'
  return mayFromOutside('move-request', to.level) ? undefined : 'target-level'
}

/** Nothing leaves the default channel, so what came there by mistake could not be taken back. */
const isFixed = (from: Place, to: Place) => from.channel === 'default' || to.channel === 'default'
