import type { Topic } from '@portico/protocol/topics'

/** Who is on which topics; `unknown` where nobody can say: then nobody vanishes, and no timer fires. */
export type Listed = ReadonlyMap<Topic, readonly string[]> | 'unknown'

/**
 * Who is on a topic, on whichever node. What a node has said lapses with it; `renew` keeps it, and says again what has been
 * forgotten. Nothing here is waited for by anybody who talks.
 */
export type Members = {
  join: (topic: Topic, member: string) => Promise<void>
  leave: (topic: Topic, member: string) => Promise<void>
  list: (topics: readonly Topic[]) => Promise<Listed>
  renew: () => Promise<void>
  close: () => Promise<void>
}
