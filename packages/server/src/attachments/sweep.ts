import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { system } from '../platform/actor.ts'
import type { Blobs } from '../platform/blobs/blobs.ts'
import { every, type Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import type { Road } from '../platform/road.ts'
import { UNSENT_MS } from './attachment.ts'
import { readForsaken } from './reads.ts'

export const SWEEP_MS = 5 * 60_000
/** After it can be sent no more, whichever node's clock says so. */
const MARGIN_MS = 10 * 60_000
const AT_ONCE = 100

type Options = { road: Road; reads: Db; clock: Clock; blobs: Blobs; onFault: (fault: { what: string; error: unknown }) => void }

/**
 * Gives up files that no message has carried. The blob goes before its row: who is killed between the two, or does it beside another
 * node, does it again.
 */
export function sweepFiles({ road, reads, clock, blobs, onFault }: Options): () => void {
  return every({ clock, ms: SWEEP_MS, onFault: (error) => onFault({ what: 'files that nobody has sent', error }) }, async () => {
    const at = clock.now()
    for (const { id, blob } of await readForsaken(reads, { before: at - UNSENT_MS - MARGIN_MS, limit: AT_ONCE })) {
      await blobs.remove(blob)
      const command = { type: 'attachment.forget', attachment: id } as const
      await road.run({ id: newId<CommandId>(at), command, actor: system('attachments'), at })
    }
  })
}
