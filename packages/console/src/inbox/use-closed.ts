import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { closedPage, closedQueryOf, rowsOf, withNewest } from './closed-pages.ts'
import { useMe } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'

/** The closed conversations, read as one scrolls; what closes while one looks comes on top. */
export function useClosed() {
  const queries = useQueryClient()
  const { channels: scope } = usePreferences()
  const query = useInfiniteQuery(closedQueryOf(scope))
  const { hasNextPage, isFetching, isError, fetchNextPage } = query
  const open = useOpenCount()
  // What was read before the list was opened may be old.
  const before = useRef(query.data ? Infinity : open)
  useEffect(() => {
    const fewer = open < before.current
    before.current = open
    if (!fewer) return
    const { queryKey } = closedQueryOf(scope)
    closedPage(scope, null).then(
      (newest) =>
        queries.setQueryData(queryKey, (old) => {
          const pages = withNewest(old?.pages ?? [], newest)
          return old && { pages: [...pages], pageParams: old.pageParams.slice(0, pages.length) }
        }),
      () => queries.invalidateQueries({ queryKey, refetchType: 'none' }),
    )
  }, [open, queries, scope])
  const reachedEnd = useCallback(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const { inbox, channels } = useInbox()
  const joined = useMe()?.channels
  const rows = useMemo(() => {
    // What was read may have been taken up again since, or be of a channel that one has left.
    const isOpen = new Set([...inbox.requests, ...inbox.mine, ...inbox.team].map(({ id }) => id))
    const own = new Set(channels.map(({ id }) => id).filter((id) => scope === 'all' || joined?.includes(id)))
    return rowsOf(query.data?.pages).filter(({ id, channel }) => !isOpen.has(id) && own.has(channel))
  }, [query.data, inbox, channels, scope, joined])
  const seen = scope === 'mine' ? (joined?.length ?? 0) : channels.length
  const seenBefore = useRef(seen)
  useEffect(() => {
    if (seen > seenBefore.current) void queries.invalidateQueries(closedQueryOf(scope))
    seenBefore.current = seen
  }, [queries, seen, scope])
  return { query, rows, reachedEnd }
}

function useOpenCount(): number {
  const { requests, mine, team } = useInbox().inbox
  return requests.length + mine.length + team.length
}
