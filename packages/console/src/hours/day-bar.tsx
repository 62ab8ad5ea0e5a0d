import { Fragment } from 'react'
import { EdgeHandle } from './edge-handle.tsx'
import styles from './hours.module.css'
import { barOf, groundOf, moveEdge, type Period } from './week-days.ts'

type Props = {
  day: string
  periods: readonly Period[]
  counts: readonly number[]
  most: number
  /** Without it the bar is a picture of what stands beside it in figures. */
  change?: ((periods: Period[]) => void) | undefined
}

/** The periods of a day on the ground of when visitors write; their edges can be moved. */
export function DayBar({ day, periods, counts, most, change }: Props) {
  return (
    <span className={styles['bar']} aria-hidden={change === undefined}>
      {most > 0 && (
        <svg viewBox={`0 0 ${counts.length} 1`} preserveAspectRatio="none" aria-hidden="true">
          <polygon points={groundOf(counts, most)} />
        </svg>
      )}
      {periods.map((period, index) => {
        const { begin, length } = barOf(period)
        return (
          // Periods have no ids, and an edge that is being dragged stays the one it is.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>
            <i style={{ insetInlineStart: `${begin * 100}%`, inlineSize: `${length * 100}%` }} />
            {change &&
              (['from', 'to'] as const).map((edge) => (
                <EdgeHandle
                  key={edge}
                  day={day}
                  periods={periods}
                  index={index}
                  edge={edge}
                  move={(minute) => change(moveEdge(periods, { index, edge, minute }))}
                />
              ))}
          </Fragment>
        )
      })}
    </span>
  )
}
