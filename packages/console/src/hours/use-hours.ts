import type { HoursAnswer, HoursView, HoursWritten } from '@portico/protocol/hours'
import { useQuery } from '@tanstack/react-query'
import { useView } from '../live/use-view.ts'
import { request } from '../requests/request.ts'

/** All hours; asked for anew when one of them has changed, or a channel has others. */
export function useHours(): readonly HoursView[] | undefined {
  const settings = useView<'settings'>('settings')
  const stamps = (settings?.hours ?? []).map(({ id, stamp }) => `${id} ${stamp}`)
  const { data } = useQuery({
    queryKey: ['hours', ...stamps],
    queryFn: () => request<HoursAnswer>('/api/hours'),
    placeholderData: (before) => before,
    staleTime: 0,
  })
  return data?.hours
}

/** In which hours of the week visitors write. */
export function useWritten(hours: string): HoursWritten | undefined {
  const { data } = useQuery({
    queryKey: ['hours', 'written', hours],
    queryFn: () => request<HoursWritten>(`/api/hours/${hours}/written`),
  })
  return data
}
