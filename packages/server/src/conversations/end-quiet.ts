import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Topic } from '@portico/protocol/topics'
import { system } from '../platform/actor.ts'
import { every, type Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import type { Members } from '../platform/members/members.ts'
import type { Road } from '../platform/road.ts'
import { readQuiet } from './quiet-reads.ts'

export const LOOK_MS = 60_000

type Options = {
  road: Road
  reads: Db
  members: Pick<Members, 'list'>
  clock: Clock
  onFault: (fault: { what: string; error: unknown }) => void
}

/**
 * Ends what nobody has written in for the channel's time. Each node looks; the second to say so finds it ended. Where nobody can
 * say who is connected, nobody is gone.
 */
export function endQuiet({ road, reads, members, clock, onFault }: Options): () => void {
  return every({ clock, ms: LOOK_MS, onFault: (error) => onFault({ what: 'quiet conversations', error }) }, async () => {
    const quiet = await readQuiet(reads, clock.now())
    const ifGone = quiet.filter(({ ends }) => ends === 'if-gone').map(({ id }): Topic => `chat:${id}`)
    const listed = ifGone.length > 0 ? await members.list(ifGone) : 'unknown'
    for (const { id, ends } of quiet) {
      const gone = ends === 'if-gone' && listed !== 'unknown' && !listed.get(`chat:${id}`)?.length
      if (ends === 'if-gone' && !gone) continue
      const at = clock.now()
      const command = { type: 'conversation.expire', conversation: id, gone } as const
      await road.run({ id: newId<CommandId>(at), command, actor: system('conversations'), at, once: true })
    }
  })
}
