import type { QueuesAnswer } from '@portico/protocol/routing'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

/** An estimate of minutes; how many wait is live without it. */
const EVERY_MS = 15_000

export const queuesQuery = queryOptions({
  queryKey: ['queues'],
  queryFn: () => request<QueuesAnswer>('/api/queues'),
  refetchInterval: EVERY_MS,
})
