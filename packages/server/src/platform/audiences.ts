import type { Topic } from '@portico/protocol/topics'
import type { Authority } from './actor.ts'
import type { Db } from './db/database.ts'
import { findByName, type AnyCapability } from './registry.ts'
import { kindAndId } from './topic.ts'

export type Audiences = {
  /** The topics that are this person's without asking. */
  own: (authority: Authority, place: string | undefined) => Promise<readonly Topic[]>
  /** Whether this person may look at a topic he asks for. */
  may: (authority: Authority, topic: Topic) => Promise<boolean>
}

/** Who may read what is the server's decision: a client only names its cursors. */
export function audiences(db: Db, capabilities: readonly AnyCapability[]): Audiences {
  const mayWatch = findByName(capabilities.map(({ mayWatch }) => mayWatch))
  return {
    own: async (authority, place) => {
      const lists = await Promise.all(capabilities.map(async ({ topics }) => (await topics?.(db, authority, place)) ?? []))
      return [...new Set(lists.flat())]
    },
    may: async (authority, topic) => {
      const { kind, id } = kindAndId(topic)
      return (await mayWatch(kind)?.(db, authority, id)) ?? false
    },
  }
}
