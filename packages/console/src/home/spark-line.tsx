import type { TodayAnswer } from '@portico/protocol/today'
import styles from './home.module.css'
import { hourIn } from './hour-in.ts'

const WIDTH = 116
const HEIGHT = 40

/** How the conversations of the day have added up, over how they usually do. The figure beside it says it in words. */
export function SparkLine({ today: { hours, weeks, zone } }: { today: TodayAnswer }) {
  const now = hourIn(zone)
  const soFar = summed(hours.slice(0, now + 1).map(({ today }) => today))
  const usual = summed(hours.map((hour) => hour.usual))
  const most = Math.max(1, ...soFar, ...usual)
  const x = (hour: number) => ((hour + 1) / 24) * WIDTH
  const y = (value: number) => HEIGHT - (value / most) * HEIGHT
  const line = (values: readonly number[]) =>
    values.map((value, hour) => `${x(hour).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {weeks > 0 && <polyline className={styles['usual']} points={`0,${HEIGHT} ${line(usual)}`} />}
      <polyline className={styles['soFar']} points={`0,${HEIGHT} ${line(soFar)}`} />
      <circle cx={x(soFar.length - 1)} cy={y(soFar.at(-1) ?? 0)} r="3" />
    </svg>
  )
}

function summed(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => (sum += value))
}
