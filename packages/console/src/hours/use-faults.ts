import type { DraftedHours, HoursAtAnswer } from '@portico/protocol/hours'
import type { HoursId } from '@portico/protocol/ids'
import { useQuery } from '@tanstack/react-query'
import { request } from '../requests/request.ts'

export type HoursFaults = readonly { place: string; fault: string; seen: string }[]

const NOTHING: HoursFaults = []

/** What the server finds wrong with a draft, by its place: one set of rules, and those are there. */
export function useFaults(hours: HoursId, draft: DraftedHours): HoursFaults {
  const answer = useStandingAt({ hours, draft, at: 0 })
  return answer?.state === 'faulty' ? answer.faults : NOTHING
}

/** How a draft would stand at an instant. */
export function useStandingAt({ hours, draft, at }: { hours: HoursId; draft: DraftedHours; at: number }) {
  const { name: _, ...opening } = draft
  const { data } = useQuery({
    queryKey: ['hours', 'at', hours, at, opening],
    queryFn: () => request<HoursAtAnswer>('/api/hours/at', { method: 'POST', body: { hours, at, ...opening } }),
    placeholderData: (before) => before,
    retry: false,
  })
  return data
}

/** The first fault below a place, such as `week.monday`. */
export const faultAt = (faults: HoursFaults, place: string) =>
  faults.find((each) => each.place === place || each.place.startsWith(`${place}[`) || each.place.startsWith(`${place}.`))
