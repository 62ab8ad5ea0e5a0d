import type { Pending } from '@portico/client/live'
import type { ConversationLine } from '@portico/protocol/conversations'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import type { RefusalReason } from '@portico/protocol/refusals'

export type Box = 'reply' | 'note'

/** A line that this console sent and that has not come back on the conversation's topic. It says `sent` only after the ack. */
export type Sending = { line: LineId; conversation: ConversationId; box: Box; text: string; at: number } & (
  | { state: 'sending' }
  | { state: 'sent' }
  | { state: 'failed'; reason: RefusalReason }
)

/** Those to draw below the log of one conversation: known ones, and those the outbox kept over a page load. */
export function sendingsOf({
  conversation,
  known,
  outbox,
  lines,
}: {
  conversation: ConversationId
  known: readonly Sending[]
  outbox: readonly Pending[]
  lines: readonly Pick<ConversationLine, 'id'>[]
}): readonly Sending[] {
  const arrived = new Set(lines.map((line) => line.id))
  const here = known.filter((sending) => sending.conversation === conversation && !arrived.has(sending.line))
  const heard = new Set(known.map((sending) => sending.line))
  const kept = outbox.map(fromPending).filter((sending) => sending !== undefined)
  return [
    ...kept.filter(({ line, conversation: at }) => at === conversation && !heard.has(line) && !arrived.has(line)),
    ...here,
  ].sort((left, right) => left.at - right.at)
}

/** Undefined for a command that writes nothing. */
export function fromPending({ command, at }: Pending): Sending | undefined {
  if (command.type !== 'message.send' && command.type !== 'note.write') return undefined
  const { conversation, line, text } = command
  return { line, conversation, text, at, box: command.type === 'note.write' ? 'note' : 'reply', state: 'sending' }
}
