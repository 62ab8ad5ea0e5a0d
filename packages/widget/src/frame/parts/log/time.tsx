import type { Words } from '../../../messages/words.ts'
import { exactTime, relativeTime } from './relative-time.ts'

/** How long ago, with the exact time on hover and for screen readers. */
export function Time({ at, now, words: { locale } }: { at: number; now: number; words: Words }) {
  const exact = exactTime({ at, locale })
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      <span aria-hidden="true">{relativeTime({ at, now, locale })}</span>
      <span class="unseen">{exact}</span>
    </time>
  )
}
