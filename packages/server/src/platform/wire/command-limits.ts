import type { Outcome } from '@portico/protocol/outcome'
import type { Frame } from '../run-command.ts'
import {
  COMMANDS_BURST,
  COMMANDS_PER_SECOND,
  MESSAGES_BURST,
  MESSAGES_PER_MINUTE,
  MESSAGES_PER_SECOND,
  OPENINGS_PER_HOUR,
} from './limits.ts'
import { bothOf, perHour, perMinute, tokenBucket } from './token-bucket.ts'

type Sent = Pick<Frame, 'actor' | 'command'> & { prefix: string }

/** How much visitors may do, write and open. Whoever is over it waits; nothing is refused for good. */
export function commandLimits() {
  const commands = tokenBucket({ burst: COMMANDS_BURST, perMs: COMMANDS_PER_SECOND / 1000 })
  const messages = bothOf(
    tokenBucket({ burst: MESSAGES_BURST, perMs: MESSAGES_PER_SECOND / 1000 }),
    perMinute(MESSAGES_PER_MINUTE),
  )
  const openings = perHour(OPENINGS_PER_HOUR)

  return {
    /** The ms to wait; 0 lets it through and counts it. */
    wait: (sent: Sent, at: number): number => {
      const { actor, prefix } = sent
      if (actor.kind !== 'visitor') return 0
      return commands(actor.id, at) || (writes(sent) ? messages(actor.id, at) : 0) || (opens(sent) ? openings(prefix, at) : 0)
    },
    /** Only what has begun a conversation counts as one: many go on in the one that is open. */
    settle: (sent: Sent, outcome: Outcome): void => {
      if (opens(sent) && !hasBegun(sent, outcome)) openings.giveBack(sent.prefix)
    },
  }
}

const opens = ({ actor, command }: Sent) => actor.kind === 'visitor' && command.type === 'conversation.open'
const writes = (sent: Sent) => opens(sent) || sent.command.type === 'message.send'

const hasBegun = ({ command }: Sent, outcome: Outcome) =>
  command.type === 'conversation.open' && outcome.ok && outcome.conversation === command.conversation
