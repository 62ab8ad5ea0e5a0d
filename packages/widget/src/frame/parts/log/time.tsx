import type { Words } from '../../../messages/words.ts'
import { clockTime, exactTime } from './clock-time.ts'

/** By the clock, with the date on hover and for screen readers. */
export function Time({ at, words: { locale } }: { at: number; words: Words }) {
  const exact = exactTime({ at, locale })
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      <span aria-hidden="true">{clockTime({ at, locale })}</span>
      <span class="unseen">{exact}</span>
    </time>
  )
}
