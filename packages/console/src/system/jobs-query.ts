import type { JobsPage, JobState } from '@portico/protocol/system'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

export const JOBS = ['system', 'jobs'] as const
/** Nobody is told of what waits: whoever looks at it looks again by himself. */
const LOOK_AGAIN_MS = 10_000

/** Jobs of one state, a page at a time. */
export const jobsQuery = (state: JobState) =>
  infiniteQueryOptions({
    queryKey: [...JOBS, state],
    queryFn: ({ pageParam }) =>
      request<JobsPage>(`/api/system/jobs?${new URLSearchParams({ state, ...(pageParam && { before: pageParam }) }).toString()}`),
    initialPageParam: null as string | null, // the first page has no cursor, all others do
    getNextPageParam: (page) => page.next,
    refetchInterval: LOOK_AGAIN_MS,
  })
