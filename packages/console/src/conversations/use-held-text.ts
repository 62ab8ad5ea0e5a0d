import type { ConversationRowView } from '@portico/protocol/conversations'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { isolated } from '../parts/isolated.ts'
import { heldBy } from './held-by.ts'
import { useInbox } from './inbox-context.tsx'
import { conversationsTexts } from './texts.ts'
import { visitorName } from './visitor-name.ts'

/** So many are named; of more it is said how many. */
const NAMED_MAX = 5

/** What becomes of the running conversations of somebody who goes, as far as one sees them; undefined where he is in none. */
export function useHeldText(operator: OperatorId, channel?: ChannelId): string | undefined {
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const rows = useInbox().channels.flatMap((each) => (channel === undefined || each.id === channel ? each.rows : []))
  const { alone, shared } = heldBy(rows, operator)
  const named = (held: readonly ConversationRowView[]) => {
    const names = held.slice(0, NAMED_MAX).map(({ visitor }) => isolated(visitorName(visitor, conversation)))
    const more = held.length - names.length
    return format.list(more > 0 ? [...names, conversation.held.more(more)] : names)
  }
  const said = [
    ...(alone.length > 0 ? [conversation.held.alone(alone.length, named(alone))] : []),
    ...(shared.length > 0 ? [conversation.held.shared(shared.length, named(shared))] : []),
  ]
  return said.length > 0 ? said.join(' ') : undefined
}
