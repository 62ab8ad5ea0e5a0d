import type { SecurityKind, SecurityPage } from '@portico/protocol/security'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

/** What of the log one wishes to see; empty is everything, or everybody. */
export type Filter = { kind: SecurityKind | ''; person: string }

/** The log of security, a page at a time. */
export const securityQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['security', filter],
    queryFn: ({ pageParam }) => request<SecurityPage>(`/api/security${searchOf(filter, pageParam)}`),
    initialPageParam: null as string | null, // the first page has no cursor, all others do
    getNextPageParam: (page) => page.next,
  })

/** Behind the `?`, for the pages and for the export. */
export function searchOf({ kind, person }: Filter, before: string | null = null): string {
  const search = new URLSearchParams({ ...(kind && { kind }), ...(person && { person }), ...(before && { before }) })
  return search.size > 0 ? `?${search.toString()}` : ''
}
