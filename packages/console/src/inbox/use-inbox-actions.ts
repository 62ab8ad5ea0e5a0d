import type { ConversationId } from '@portico/protocol/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useAction } from '../actions/use-action.ts'
import { rowsOf } from './closed-pages.ts'
import { useClosedQuery } from './use-closed-query.ts'
import { useInbox } from '../conversations/inbox-context.tsx'
import { isFolded } from './use-folded.ts'
import { neighbour } from './neighbour.ts'
import { useAccept } from '../conversations/use-accept.ts'
import { useMayAccept } from '../conversations/use-may-accept.ts'
import { useTargetRequest } from './use-target-request.ts'

/** What the keys and the palette can do in the inbox. */
export function useInboxActions(current: ConversationId | undefined, preview: (conversation: ConversationId) => void): void {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { queryKey } = useClosedQuery()
  const { inbox } = useInbox()
  const target = useTargetRequest(current)
  const accept = useAccept()
  const mayAccept = useMayAccept()
  const open = (conversation: ConversationId | undefined, focus: 'composer' | 'log') => {
    if (conversation === undefined || conversation === current) return
    void navigate({ to: '/inbox/$conversation', params: { conversation }, state: { focus, follow: true } })
  }
  const step = (by: 1 | -1) => () => {
    const closed = rowsOf(queries.getQueryData(queryKey)?.pages)
    const groups = { requests: inbox.requests, mine: inbox.mine, team: inbox.team, closed }
    const shown = Object.entries(groups).flatMap(([name, rows]) => (isFolded(name) ? [] : rows.map((row) => row.id)))
    open(neighbour(shown, current, by), 'log')
  }
  const unread = [...inbox.unread.keys()].find((id) => id !== current)
  useAction('next', step(1))
  useAction('previous', step(-1))
  useAction('accept', target && mayAccept(target.channel) ? () => accept(target) : undefined)
  useAction('preview', target && (() => preview(target.id)))
  useAction('unread', unread && (() => open(unread, 'composer')))
}
