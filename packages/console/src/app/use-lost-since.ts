import { useRef } from 'react'
import { useLink } from '../live/use-view.ts'

/** Since when there has been no connection, over all tries; undefined while there is one, and before the first. */
export function useLostSince(): number | undefined {
  const link = useLink()
  const since = useRef<number>(undefined)
  switch (link.state) {
    case 'online':
    case 'resting':
    case 'ended':
      since.current = undefined
      break
    case 'waiting':
      since.current = link.since
      break
    case 'connecting':
      break
  }
  return since.current
}
