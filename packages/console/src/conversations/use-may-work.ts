import type { ConversationView } from '@portico/protocol/conversations'
import { useMyId } from '../auth/me-context.tsx'
import { useInbox } from './inbox-context.tsx'
import { isMine } from './inbox.ts'

/** Whether it is mine to work on: it is of a channel of mine, or I am in it. Else I read along, invited, or where help is looked for. */
export function useMayWork(view: Pick<ConversationView, 'channel' | 'phase' | 'observers'>): boolean {
  const me = useMyId()
  const { channels } = useInbox()
  if (view.observers?.some(({ id }) => id === me)) return false
  return isMine(view, me) || channels.some(({ id }) => id === view.channel)
}
