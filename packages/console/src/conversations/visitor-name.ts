import type { VisitorCard } from '@portico/protocol/conversations'
import { visitorCode } from '@portico/protocol/visitor-code'
import type { ConversationTexts } from './texts.ts'

/** A visitor who gave no name is told apart by a code. */
export function visitorName(visitor: Pick<VisitorCard, 'id' | 'name'>, conversation: ConversationTexts): string {
  return visitor.name ?? conversation.visitor(visitorCode(visitor.id))
}
