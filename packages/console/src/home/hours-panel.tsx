import { Fragment, memo, useState } from 'react'
import type { TodayAnswer } from '@portico/protocol/today'
import { ChartColumn, Table2 } from 'lucide-react'
import { useFormat, useLanguage, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './home.module.css'
import own from './hours-panel.module.css'
import { homeTexts } from './texts.ts'
import { weekdayOf } from './weekday-of.ts'

const WIDTH = 384
const HEIGHT = 120
const LEFT = 24
const BOTTOM = 20
const EVERY = 2

/** How many conversations began in each hour of today, and usually on this weekday; as a picture or as a table. */
export const HoursPanel = memo(({ today }: { today: TodayAnswer }) => {
  const { home } = useTexts(homeTexts)
  const language = useLanguage()
  const [table, setTable] = useState(false)
  return (
    <section className={styles['panel']} aria-labelledby="by-hour">
      <header className={styles['head']}>
        <h2 id="by-hour">{home.byHour}</h2>
        <p>{home.byHourText(today.weeks, weekdayOf(language, today.zone))}</p>
        <Button look="icon" small onClick={() => setTable(!table)} aria-label={table ? home.asPicture : home.asTable}>
          <Icon of={table ? ChartColumn : Table2} size="s" />
        </Button>
      </header>
      {table ? <HoursTable today={today} /> : <HoursPicture today={today} />}
    </section>
  )
})

function HoursPicture({ today: { hours, weeks } }: { today: TodayAnswer }) {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  const shown = spanOf(hours)
  const most = ceiling(Math.max(1, ...shown.map(({ today, usual }) => Math.max(today, usual))))
  const step = (WIDTH - LEFT) / shown.length
  const y = (value: number) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - BOTTOM - 8)
  const label = shown.map(({ hour, today }) => `${hour}: ${today}`).join(', ')
  return (
    <svg className={own['hours']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${home.byHour}. ${label}`}>
      {[0, most / 2, most].map((value) => (
        <Fragment key={value}>
          <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
          {Number.isInteger(value) && (
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {format.count(value)}
            </text>
          )}
        </Fragment>
      ))}
      {shown.map(({ hour, today, usual }, at) => {
        const left = LEFT + at * step
        return (
          <Fragment key={hour}>
            {today > 0 && <rect x={left + step * 0.15} y={y(today)} width={step * 0.7} height={y(0) - y(today)} rx="2" />}
            {weeks > 0 && <line className={own['dash']} x1={left + 1} x2={left + step - 1} y1={y(usual)} y2={y(usual)} />}
            {at % EVERY === 0 && (
              <text x={left + step / 2} y={HEIGHT - 4} textAnchor="middle">
                {hour}
              </text>
            )}
          </Fragment>
        )
      })}
    </svg>
  )
}

function HoursTable({ today: { hours, weeks } }: { today: TodayAnswer }) {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  return (
    <table className={own['hoursTable']}>
      <thead>
        <tr>
          <th scope="col">{home.hour}</th>
          <th scope="col">{home.today}</th>
          {weeks > 0 && <th scope="col">{home.usual}</th>}
        </tr>
      </thead>
      <tbody>
        {spanOf(hours).map(({ hour, today, usual }) => (
          <tr key={hour}>
            <th scope="row">{hour}</th>
            <td>{format.count(today)}</td>
            {weeks > 0 && <td>{format.ratio(usual)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** From the first hour in which anything began to the last, from 8 to 18 at least. */
function spanOf(hours: TodayAnswer['hours']): TodayAnswer['hours'] {
  const busy = hours.filter(({ today, usual }) => today > 0 || usual > 0).map(({ hour }) => hour)
  const [first, last] = [Math.min(8, ...busy), Math.max(18, ...busy)]
  return hours.filter(({ hour }) => hour >= first && hour <= last)
}

/** The next even number, so that the middle line is whole too. */
const ceiling = (most: number): number => Math.ceil(most / 2) * 2
