import type { Topic } from '@portico/protocol/topics'
import type { Authority } from './actor.ts'
import type { Db } from './db/database.ts'
import { allByName, type AnyCapability } from './registry.ts'
import { kindAndId } from './topic.ts'

export type Audiences = {
  /** The topics that are this person's without asking. */
  own: (authority: Authority, place: string | undefined) => Promise<readonly Topic[]>
  /** Whether this person may look at a topic he asks for, or may for now. */
  may: (authority: Authority, topic: Topic) => Promise<boolean | 'now'>
}

type MayWatch = (db: Db, authority: Authority, id: string) => Promise<boolean | 'now'>

/** Who may read what is the server's decision: a client only names its cursors. */
export function audiences(db: Db, capabilities: readonly AnyCapability[]): Audiences {
  const mayWatch = allByName<MayWatch>(capabilities.map(({ mayWatch }) => mayWatch))
  return {
    own: async (authority, place) => {
      const lists = await Promise.all(capabilities.map(async ({ topics }) => (await topics?.(db, authority, place)) ?? []))
      return [...new Set(lists.flat())]
    },
    may: async (authority, topic) => {
      const { kind, id } = kindAndId(topic)
      // One capability that says yes is enough.
      for (const may of mayWatch(kind)) {
        const answer = await may(db, authority, id)
        if (answer) return answer
      }
      return false
    },
  }
}
