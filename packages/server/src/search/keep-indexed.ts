import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { system } from '../platform/actor.ts'
import { every, type Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import type { Road } from '../platform/road.ts'
import { readUnindexed } from './reads.ts'

export const INDEX_MS = 2000
/** Of one transaction: messages wait for no more. */
export const INDEXED_AT_ONCE = 20
/** Of one look; the next goes on where this one ended. */
const ROUNDS_MAX = 50

type Options = { road: Road; reads: Db; clock: Clock; onFault: (fault: { what: string; error: unknown }) => void }

/** Keeps what conversations are found by in step with what is said in them. Each node looks; what another has done is not there any more. */
export function keepIndexed({ road, reads, clock, onFault }: Options): () => void {
  let closed = false
  const stop = every({ clock, ms: INDEX_MS, onFault: (error) => onFault({ what: 'search', error }) }, async () => {
    for (let round = 0; round < ROUNDS_MAX && !closed; round++) {
      const at = clock.now()
      const conversations = await readUnindexed(reads, { at, limit: INDEXED_AT_ONCE })
      if (conversations.length === 0) return
      const command = { type: 'search.index', conversations } as const
      await road.run({ id: newId<CommandId>(at), command, actor: system('search'), at, once: true })
    }
  })
  return () => {
    closed = true
    stop()
  }
}
