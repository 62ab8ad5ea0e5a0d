import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'

/** Of one fleeting message as JSON; a longer one stays on the node where it was said. */
export const FLEETING_BYTES_MAX = 2048

/** Pieces since the start: said to the others, heard of them, and what found no way or was too long or too much for it. */
export type BusCounts = { out: number; in: number; dropped: number }

export type Hint = { topic: Topic; position: number }

/** What another node has said of a topic: that its head has moved so far, or something in passing. */
export type Heard = { state: 'moved'; position: number } | { state: 'fleeting'; fleeting: Fleeting }

/**
 * What the nodes of one installation say to each other. Hints, never content: what one of them is lost costs the time until the
 * next position check. A node does not hear itself, and nobody waits for what is said here.
 */
export type Bus = {
  announce: (heads: readonly Hint[]) => void
  publishFleeting: (topic: Topic, fleeting: Fleeting) => void
  subscribe: (topic: Topic, listener: (heard: Heard) => void) => () => void
  /** Whether the others hear: while they may not, each looks more often by itself. */
  isUp: () => boolean
  counts: () => BusCounts
  close: () => Promise<void>
}
