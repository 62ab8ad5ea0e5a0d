import type { SessionRowView } from '@portico/protocol/auth'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

export const SESSIONS = ['sessions']

type Page = { sessions: readonly SessionRowView[]; more: boolean }

/** All of one's sessions, a page at a time. */
export const sessionsQuery = infiniteQueryOptions({
  queryKey: SESSIONS,
  queryFn: ({ pageParam }) => request<Page>(`/api/sessions${pageParam && `?before=${pageParam}`}`),
  initialPageParam: '',
  getNextPageParam: ({ sessions, more }) => (more ? sessions.at(-1)?.id : undefined),
})
