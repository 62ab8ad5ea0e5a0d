import { useInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '../messages/language-context.tsx'
import { jobsQuery } from './jobs-query.ts'
import { systemTexts } from './texts.ts'

/** Whether something was given up. */
export function SystemState() {
  const { system } = useTexts(systemTexts)
  const counts = useInfiniteQuery(jobsQuery('parked')).data?.pages[0]?.counts
  return counts ? (counts.parked > 0 ? system.somethingFailed : system.allDone) : null
}
