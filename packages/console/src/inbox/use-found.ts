import type { ConversationRowView } from '@portico/protocol/conversations'
import { SEARCH_CODE_POINTS_MAX } from '@portico/protocol/limits'
import type { SearchAnswer } from '@portico/protocol/pages'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useStill } from '../parts/use-still.ts'
import { request } from '../requests/request.ts'

/** One letter begins the names of too many. */
const ASKED_FROM = 2
const NOTHING: readonly ConversationRowView[] = []

/** The conversations that the server finds by the names and addresses of their visitors. */
export function useFound(typed: string): readonly ConversationRowView[] {
  const words = useStill(Array.from(typed.trim()).slice(0, SEARCH_CODE_POINTS_MAX).join(''))
  const asks = words.length >= ASKED_FROM
  const { data } = useQuery({
    queryKey: ['search', words],
    queryFn: () => request<SearchAnswer>('/api/search', { method: 'POST', body: { words } }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    enabled: asks,
  })
  return asks && typed.trim() !== '' ? (data?.rows ?? NOTHING) : NOTHING
}
