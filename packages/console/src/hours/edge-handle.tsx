import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import styles from './hours.module.css'
import { movedBy } from './moved-by.ts'
import { hoursTexts } from './texts.ts'
import { type Edge, edgeOf, MINUTES_A_DAY, type Period, STEP } from './week-days.ts'

type Props = { day: string; periods: readonly Period[]; index: number; edge: Edge; move: (minute: number) => void }

/** One edge of a period, to be dragged or moved by the keys. */
export function EdgeHandle({ day, periods, index, edge, move }: Props) {
  const { hours: words } = useTexts(hoursTexts)
  const { least, now, most } = edgeOf(periods, index, edge)
  /** How far from the edge it was taken hold of. */
  const held = useRef(0)
  const takeHold = (event: PointerEvent<HTMLSpanElement>) => {
    const bar = event.currentTarget.parentElement?.getBoundingClientRect()
    if (bar) held.current = event.clientX - bar.left - (now / MINUTES_A_DAY) * bar.width
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    const bar = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!bar || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const minute = Math.round(((event.clientX - held.current - bar.left) / bar.width) * (MINUTES_A_DAY / STEP)) * STEP
    if (minute !== now) move(minute)
  }
  const press = (event: KeyboardEvent) => {
    const to = movedBy(event.key, { least, now, most })
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      className={classes(styles['edge'], styles[edge])}
      style={{ insetInlineStart: `${(now / MINUTES_A_DAY) * 100}%` }}
      aria-label={words.edges[edge](day, periods.length === 1 ? '' : String(index + 1))}
      aria-valuemin={least}
      aria-valuenow={now}
      aria-valuemax={most}
      aria-valuetext={useSaid(periods[index], edge)}
      onKeyDown={press}
      onPointerDown={takeHold}
      onPointerMove={drag}
    />
  )
}

function useSaid(period: Period | undefined, edge: Edge): string {
  const { hours: words } = useTexts(hoursTexts)
  const format = useFormat()
  const time = period?.[edge] ?? '00:00'
  if (edge === 'to' && (time === '24:00' || (time === '00:00' && period?.ends === 'next-day'))) return words.midnight
  // Of a day without a change of the clock.
  const said = format.time(Date.parse(`2026-01-05T${time}`))
  return edge === 'to' && period?.ends === 'next-day' ? `${said}, ${words.nextDay}` : said
}
