import type { ConversationRowView } from '@portico/protocol/conversations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { rowsOf } from './closed-pages.ts'
import { useClosedQuery } from './use-closed-query.ts'

/** The open conversations, and those ended ones that were read. */
export function useKnownRows(): readonly ConversationRowView[] {
  const { inbox } = useInbox()
  const { data } = useInfiniteQuery({ ...useClosedQuery(), enabled: false })
  return useMemo(() => [...inbox.requests, ...inbox.mine, ...inbox.team, ...rowsOf(data?.pages)], [inbox, data])
}
