import type { ConversationPage } from '@portico/protocol/pages'
import type { ConversationRowView } from '@portico/protocol/conversations'
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Preferences } from '../preferences/preferences.ts'
import { request } from '../requests/request.ts'

const PAGE_ROWS = 50

/** Of which channels. */
type Scope = Preferences['channels']

export const closedQueryOf = (channels: Scope) =>
  infiniteQueryOptions({
    queryKey: ['closed', channels],
    queryFn: ({ pageParam }) => closedPage(channels, pageParam),
    initialPageParam: null as string | null, // the first page has no cursor, all others do
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
  })

export function closedPage(channels: Scope, before: string | null): Promise<ConversationPage> {
  const cursor = before === null ? '' : `&before=${encodeURIComponent(before)}`
  return request<ConversationPage>(`/api/conversations?list=closed&channels=${channels}&limit=${PAGE_ROWS}${cursor}`)
}

/**
 * Puts a freshly read first page before what is known, so that pages already read need not be read again. Where the two do
 * not touch, conversations between them would be missing: what was known goes.
 */
export function withNewest(pages: readonly ConversationPage[], newest: ConversationPage): readonly ConversationPage[] {
  const fresh = new Set(newest.rows.map((row) => row.id))
  const known = pages.map((page) => ({ ...page, rows: page.rows.filter((row) => !fresh.has(row.id)) }))
  if (rowsOf(known).length === rowsOf(pages).length) return [newest]
  return known.map((page, index) => (index === 0 ? { ...page, rows: [...newest.rows, ...page.rows] } : page))
}

export const rowsOf = (pages: readonly ConversationPage[] | undefined): readonly ConversationRowView[] =>
  pages?.flatMap((page) => page.rows) ?? []
