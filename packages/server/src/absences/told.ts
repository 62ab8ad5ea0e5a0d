import type { OperatorId } from '@portico/protocol/ids'

/** So that a night of visitors, or somebody who opens one conversation after the other, fills nobody's letter box. */
export const MAILS_PER_OPERATOR_AND_HOUR = 10
export const HOUR_MS = 60 * 60 * 1000

/** Of those who are not there, who gets one more mail now. `sentAt`: when mails went to him within the last hour. */
export const toBeTold = (absent: readonly { id: OperatorId; sentAt: readonly number[] }[], at: number): OperatorId[] =>
  absent
    .filter(({ sentAt }) => sentAt.filter((instant) => instant > at - HOUR_MS).length < MAILS_PER_OPERATOR_AND_HOUR)
    .map(({ id }) => id)
