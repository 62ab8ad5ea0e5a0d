import type { ConversationRowView } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { useInbox } from '../conversations/inbox-context.tsx'

/** The request that the keys mean: the one that is open, else the one that has waited longest. */
export function useTargetRequest(current: ConversationId | undefined): ConversationRowView | undefined {
  const { requests } = useInbox().inbox
  return requests.find((row) => row.id === current) ?? requests[0]
}
