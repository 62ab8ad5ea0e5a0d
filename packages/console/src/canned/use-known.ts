import type { ConversationView } from '@portico/protocol/conversations'
import { firstNames } from '@portico/protocol/first-names'
import { useMe } from '../auth/me-context.tsx'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { useFormat } from '../messages/language-context.tsx'
import type { Known } from './slots.ts'

/** What slots say in this conversation. */
export function useKnown({ visitor, channel }: ConversationView): Known {
  const me = useMe()
  const format = useFormat()
  const channelName = useChannelName(channel)
  const now = Date.now()
  const { name, email } = visitor
  const [firstName = null] = name === null ? [] : firstNames([name])
  return {
    firstName,
    name,
    email,
    operator: me?.name ?? null,
    channel: channelName,
    date: format.day(now),
    time: format.time(now),
  }
}
