import type { HoursWritten } from '@portico/protocol/hours'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { hoursTexts } from './texts.ts'
import { mostWhileClosed, type Week } from './week-days.ts'

/** What the ground of the bars is, how many write while it is closed, and when most of them do. */
export function GroundWords({ week, written: { counts, whileClosed } }: { week: Week; written: HoursWritten }) {
  const { hours: words } = useTexts(hoursTexts)
  const format = useFormat()
  const all = counts.flat().reduce((sum, count) => sum + count, 0)
  const most = whileClosed === 0 ? undefined : mostWhileClosed(week, counts)
  return (
    <p className="faint">
      {all === 0 ? words.groundNone : `${words.ground} ${words.whileClosed(format.percent(whileClosed / all))}`}
      {most && ` ${words.mostAt(words.weekdays[most.day], most.hour)}`}
    </p>
  )
}
