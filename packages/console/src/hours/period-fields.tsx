import { X } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './hours.module.css'
import { hoursTexts } from './texts.ts'
import { type Period, periodOf } from './week-days.ts'

type Props = { what: string; periods: readonly Period[]; change: (periods: Period[]) => void }

/** Periods of one day, from and to; one that ends before it begins says that it goes on. */
export function PeriodFields({ what, periods, change }: Props) {
  const { hours: words } = useTexts(hoursTexts)
  const put = (index: number, next: Period) => change(periods.map((period, at) => (at === index ? next : period)))
  return (
    <ul className={styles['periods']}>
      {periods.map(({ from, to, ends }, index) => (
        // Periods have no ids, and are not moved about.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <input
            type="time"
            aria-label={words.from(what)}
            value={from}
            onChange={({ target }) => target.value !== '' && put(index, periodOf(target.value, timeField(to)))}
          />
          <span aria-hidden="true">–</span>
          <input
            type="time"
            aria-label={words.to(what)}
            value={timeField(to)}
            onChange={({ target }) => target.value !== '' && put(index, periodOf(from, target.value))}
          />
          {ends === 'next-day' && timeField(to) !== '00:00' && <small>{words.nextDay}</small>}
          <Button
            look="icon"
            small
            aria-label={words.removePeriod(what, from)}
            onClick={() => change(periods.filter((_, at) => at !== index))}
          >
            <Icon of={X} size="s" />
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** A field for times has no 24:00. */
const timeField = (time: string) => (time === '24:00' ? '00:00' : time)
