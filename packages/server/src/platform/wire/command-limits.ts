import type { Solution } from '@portico/protocol/challenge'
import type { Outcome, Refusal } from '@portico/protocol/outcome'
import { refuse, type CountsAs } from '../capability.ts'
import type { Frame } from '../run-command.ts'
import type { Challenges } from './challenges.ts'
import type { Limit, LimitHits } from './limit-hits.ts'
import {
  COMMANDS_BURST,
  COMMANDS_PER_SECOND,
  MESSAGES_BURST,
  MESSAGES_PER_MINUTE,
  MESSAGES_PER_SECOND,
  OPENINGS_PER_HOUR,
  OPERATOR_COMMANDS_BURST,
  OPERATOR_COMMANDS_PER_SECOND,
  PAID_OPENINGS_PER_HOUR,
} from './limits.ts'
import type { SharedLimits } from './shared-limits.ts'
import { bothOf, perHour, perMinute, tokenBucket } from './token-bucket.ts'
import { newcomerLimit } from './newcomer-limit.ts'

/** A command as it comes from a connection, with what its limits need to know. */
export type Sent = Omit<Frame, 'at' | 'from'> & { prefix: string; device: string; solution?: Solution | undefined }

type Given = {
  challenges: Challenges
  shared: SharedLimits
  limitHits: LimitHits
  /** What a visitor's command counts as; undefined where it is a command and no more. */
  countsAs: (type: string) => CountsAs<never> | undefined
}

/** How much people may do, and visitors write and begin. Whoever is over it waits; nothing is refused for good. */
export function commandLimits({ challenges, shared, limitHits, countsAs }: Given) {
  const commands = tokenBucket({ burst: COMMANDS_BURST, perMs: COMMANDS_PER_SECOND / 1000 })
  const ofOperators = tokenBucket({ burst: OPERATOR_COMMANDS_BURST, perMs: OPERATOR_COMMANDS_PER_SECOND / 1000 })
  const messages = bothOf(
    tokenBucket({ burst: MESSAGES_BURST, perMs: MESSAGES_PER_SECOND / 1000 }),
    tokenBucket(perMinute(MESSAGES_PER_MINUTE)),
  )
  const openings = newcomerLimit({
    limit: 'conversations',
    free: shared.bucket({ name: 'openings', ...perHour(OPENINGS_PER_HOUR) }),
    paid: shared.bucket({ name: 'paid-openings', ...perHour(PAID_OPENINGS_PER_HOUR) }),
    challenges,
    limitHits,
  })

  function wait(limit: Limit, afterMs: number): Refusal {
    limitHits.hit(limit)
    return refuse('retry', { afterMs })
  }

  return {
    /** Undefined lets it through and counts it. */
    ask: async (sent: Sent, at: number): Promise<Refusal | undefined> => {
      const { actor, command, prefix, solution } = sent
      if (actor.kind === 'system') return undefined
      if (actor.kind === 'operator') {
        const afterMs = ofOperators(actor.id, at)
        return afterMs > 0 ? wait('commands', afterMs) : undefined
      }
      const ofCommands = commands(actor.id, at)
      if (ofCommands > 0) return wait('commands', ofCommands)
      const counts = countsAs(command.type)
      const ofMessages = counts ? messages(actor.id, at) : 0
      if (ofMessages > 0) return wait('messages', ofMessages)
      return counts?.begins ? openings.ask(prefix, solution, at) : undefined
    },
    /** Only what has begun a conversation counts as one: many go on in the one that is open. */
    settle: async (sent: Sent, outcome: Outcome): Promise<void> => {
      const { actor, command, prefix, solution } = sent
      const begins = actor.kind === 'visitor' ? countsAs(command.type)?.begins : undefined
      if (!begins || solution) return
      const hasBegun = outcome.ok && begins(command as never, outcome) // of the type it was declared for
      if (!hasBegun) await openings.giveBack(prefix)
    },
  }
}
