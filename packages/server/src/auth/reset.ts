import type { OperatorId } from '@portico/protocol/ids'

export const RESET_MS = 60 * 60 * 1000

/** A link by which somebody sets a new password, made by an administrator. What it clears goes when it is used. */
export type Reset = {
  operator: OperatorId
  by: OperatorId
  clears: 'nothing' | 'second-factor'
  expiresAt: number
  usedAt: number | null
  endedAt: number | null
}

export const isOpen = ({ expiresAt, usedAt, endedAt }: Pick<Reset, 'expiresAt' | 'usedAt' | 'endedAt'>, at: number): boolean =>
  usedAt === null && endedAt === null && at < expiresAt
