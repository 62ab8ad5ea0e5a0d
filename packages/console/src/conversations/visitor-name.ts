import type { VisitorCard } from '@portico/protocol/conversations'
import type { ConversationTexts } from './texts.ts'

const CODE_LENGTH = 4

/** A visitor who gave no name is told apart by the end of the id. */
export function visitorName(visitor: Pick<VisitorCard, 'id' | 'name'>, conversation: ConversationTexts): string {
  return visitor.name ?? conversation.visitor(visitor.id.slice(-CODE_LENGTH))
}
