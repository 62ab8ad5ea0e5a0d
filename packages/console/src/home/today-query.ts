import type { TodayAnswer } from '@portico/protocol/today'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

/** While somebody looks; what waits and runs is live without it. */
const EVERY_MS = 60_000

export type Which = 'mine' | 'all'

export const todayQuery = (channels: Which) =>
  queryOptions({
    queryKey: ['today', channels],
    queryFn: () => request<TodayAnswer>(`/api/today?channels=${channels}`),
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  })
