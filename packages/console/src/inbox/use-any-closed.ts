import { useInfiniteQuery } from '@tanstack/react-query'
import { closedQuery } from './closed-pages.ts'

/** Whether any conversation has ended yet; unknown until asked and answered. */
export function useAnyClosed(ask: boolean): boolean | undefined {
  const { data } = useInfiniteQuery({ ...closedQuery, enabled: ask })
  return data && data.pages.some((page) => page.rows.length > 0)
}
