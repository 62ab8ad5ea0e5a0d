import type { LinesPage } from '@portico/protocol/pages'
import type { ConversationLine, ConversationView } from '@portico/protocol/conversations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { request } from '../requests/request.ts'

/** The lines before those of the view, a page at a time. A new snapshot begins elsewhere, so its pages are others. */
export function useOlderLines(view: ConversationView) {
  const first = view.lines[0]?.ordinal ?? 0
  const query = useInfiniteQuery({
    queryKey: ['lines', view.id, first],
    queryFn: ({ pageParam }) => request<LinesPage>(`/api/conversations/${view.id}/lines?before=${pageParam}`),
    initialPageParam: first,
    getNextPageParam: (page) => (page.older ? page.lines[0]?.ordinal : undefined),
    enabled: false,
    staleTime: Infinity,
    gcTime: 60_000,
  })
  const { data, isFetching, fetchNextPage } = query
  const lines = useMemo(() => (data?.pages ?? []).toReversed().flatMap((page): readonly ConversationLine[] => page.lines), [data])
  const more = data ? query.hasNextPage : view.older
  const load = useCallback(() => {
    if (more && !isFetching) void fetchNextPage()
  }, [more, isFetching, fetchNextPage])
  return { lines, more, isFetching, failed: query.isError, load }
}
