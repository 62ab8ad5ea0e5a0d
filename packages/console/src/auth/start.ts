import type { Start } from '@portico/protocol/auth'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

/** Who is here, and is there an owner at all: read once, and again after signing in or out. */
export const startQuery = queryOptions({
  queryKey: ['start'],
  queryFn: () => request<Start>('/api/start'),
  staleTime: Infinity,
})
