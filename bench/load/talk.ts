import type { ConversationId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Connection } from './connection.ts'
import type { Crowd } from './crowd.ts'
import type { Population } from './population.ts'

/** One conversation with both sides connected. */
export type Talk = { conversation: ConversationId; operator: Connection; visitor: Connection }

const TEXT = 'Does the blue one come in a larger size, and could you keep it for me until Friday?'

export async function connectTalks(
  crowd: Pick<Crowd, 'operator' | 'visitor'>,
  { operators, visitors }: Population,
): Promise<Talk[]> {
  const talks: Talk[] = []
  const visitorIn = new Map(visitors.map((visitor) => [visitor.conversation, visitor]))
  for (const each of operators) {
    const operator = await crowd.operator(each, each.conversations)
    for (const conversation of each.conversations) {
      const visitor = visitorIn.get(conversation)
      if (visitor) talks.push({ conversation, operator, visitor: await crowd.visitor(visitor) })
    }
  }
  return talks
}

export function messageFrame(conversation: ConversationId, text = TEXT): { id: string; line: string; frame: string } {
  const id = newId()
  const line = newId()
  const command = { type: 'message.send', conversation, line, text }
  return { id, line, frame: JSON.stringify({ type: 'command', id, command }) }
}
