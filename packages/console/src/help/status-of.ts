import type { ConversationRowView, ConversationView } from '@portico/protocol/conversations'
import type { Status } from '@portico/protocol/help'
import { IN_PROGRESS } from '@portico/protocol/in-progress'

/** How a running conversation stands in a list: what waited for its visitor goes on once she has written. */
export function statusOfRow({ phase, status = IN_PROGRESS, summary }: ConversationRowView): Status['state'] | undefined {
  if (phase.state !== 'active') return undefined
  return status.state === 'waiting' && summary.visitorLines > status.visitorLines ? 'in-progress' : status.state
}

/** The same where its lines are at hand. */
export function statusOfView({ phase, status = IN_PROGRESS, lines }: ConversationView): Status['state'] | undefined {
  if (phase.state !== 'active') return undefined
  if (status.state !== 'waiting') return status.state
  const { ordinal } = status
  const hasWritten = lines.some(
    (line) => line.ordinal > ordinal && line.author.kind === 'visitor' && line.body.kind === 'message',
  )
  return hasWritten ? 'in-progress' : 'waiting'
}
