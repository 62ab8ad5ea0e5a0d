import type { VisitorCard } from '@portico/protocol/conversations'
import type { Messages } from '../messages/messages.ts'

const CODE_LENGTH = 4

/** A visitor who gave no name is told apart by the end of the id. */
export function visitorName(visitor: Pick<VisitorCard, 'id' | 'name'>, messages: Messages): string {
  return visitor.name ?? messages.conversation.visitor(visitor.id.slice(-CODE_LENGTH))
}
