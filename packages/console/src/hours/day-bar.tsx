import styles from './hours.module.css'
import { barOf, groundOf, type Period } from './week-days.ts'

type Props = { periods: readonly Period[]; counts: readonly number[]; most: number }

/** A picture of what stands beside it in figures. */
export function DayBar({ periods, counts, most }: Props) {
  return (
    <span className={styles['bar']} aria-hidden="true">
      {most > 0 && (
        <svg viewBox={`0 0 ${counts.length} 1`} preserveAspectRatio="none">
          <polygon points={groundOf(counts, most)} />
        </svg>
      )}
      {periods.map((period) => {
        const { begin, length } = barOf(period)
        return (
          <i
            key={`${period.from} ${period.to}`}
            style={{ insetInlineStart: `${begin * 100}%`, inlineSize: `${length * 100}%` }}
          />
        )
      })}
    </span>
  )
}
