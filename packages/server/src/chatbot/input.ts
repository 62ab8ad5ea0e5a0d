import type { AnswerId, OperatorId } from '@portico/protocol/ids'

/** What can move a run: the visitor's acts, the pause after them, and the outcome of looking for an operator. */
export type Input =
  | Chosen
  | { kind: 'typed'; text: string; at: number }
  /** The time of a pause may have come; `typingAt` is when the visitor last typed something unsent. */
  | { kind: 'paused'; typingAt: number | null; at: number }
  /** A page of the site has loaded after a redirect. */
  | { kind: 'arrived' }
  | { kind: 'operator-came'; operator: OperatorId }
  | { kind: 'no-operator' }

/** `page` is the URL on which the visitor chose, `hosts` are the domains of the site. */
export type Chosen = { kind: 'chosen'; answer: AnswerId; page: string; hosts: readonly string[]; at: number }

/** Why an input changed nothing. */
export type Unheard =
  | 'choose-an-answer'
  | 'unknown-answer'
  | 'answered-already'
  | 'still-typing'
  | 'not-awaited'
  | 'ended'
  | 'handed-over'
