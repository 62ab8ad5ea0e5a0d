import type { Canned, CannedAnswer } from '@portico/protocol/canned'
import { useQuery } from '@tanstack/react-query'
import { useMyId } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'
import { request } from '../requests/request.ts'

/** All that one has, those one uses most first; asked for anew when one of them has changed. */
export function useCanned(): readonly Canned[] | undefined {
  const shown = useView<'settings'>('settings')?.cannedChangedAt ?? 0
  const own = useView<'operator'>(`operator:${useMyId()}`)?.ownCannedChangedAt ?? 0
  const { data } = useQuery({
    queryKey: ['canned', shown, own],
    queryFn: () => request<CannedAnswer>('/api/canned'),
    placeholderData: (before) => before,
  })
  return data?.canned
}
