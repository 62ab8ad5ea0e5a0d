import type { HoursWritten } from '@portico/protocol/hours'
import { Plus } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Toggle } from '../parts/toggle.tsx'
import { DayBar } from './day-bar.tsx'
import { GroundWords } from './ground-words.tsx'
import styles from './hours.module.css'
import { HourScale } from './hour-scale.tsx'
import { PeriodFields } from './period-fields.tsx'
import { hoursTexts } from './texts.ts'
import { faultAt, type HoursFaults } from './use-faults.ts'
import { anotherPeriod, type Week, WEEKDAYS } from './week-days.ts'

type Props = {
  week: Week
  change: (week: Week) => void
  disabled: boolean
  faults: HoursFaults
  written: HoursWritten | undefined
}

/** The week, day by day, on the ground of when visitors write. */
export function WeekPart({ week, change, disabled, faults, written }: Props) {
  const { hours: words } = useTexts(hoursTexts)
  const most = Math.max(0, ...(written?.counts.flat() ?? []))
  return (
    <section className={styles['whole']} aria-labelledby="week">
      <h2 id="week">{words.week}</h2>
      <p className="faint">{words.weekText}</p>
      <ul className={styles['week']}>
        <HourScale />
        {WEEKDAYS.map((day, index) => {
          const periods = week[day]
          const what = words.weekdays[day]
          const fault = faultAt(faults, `week.${day}`)
          const put = (next: Week['monday']) => change({ ...week, [day]: next })
          return (
            <li key={day}>
              <Toggle label={words.isOpen(what)} on={periods.length > 0} change={(on) => put(on ? [anotherPeriod([])] : [])} />
              <b>{what}</b>
              <DayBar
                day={what}
                periods={periods}
                counts={written?.counts[index] ?? []}
                most={most}
                change={disabled ? undefined : put}
              />
              {periods.length === 0 ? (
                <span className="faint">{words.closed}</span>
              ) : (
                <PeriodFields what={what} periods={periods} change={put} />
              )}
              {periods.length > 0 && (
                <Button
                  look="icon"
                  small
                  aria-label={words.addPeriod(what)}
                  onClick={() => put([...periods, anotherPeriod(periods)])}
                >
                  <Icon of={Plus} size="s" />
                </Button>
              )}
              {fault && <p role="alert">{words.faults[fault.fault] ?? words.anotherFault}</p>}
            </li>
          )
        })}
      </ul>
      {written && <GroundWords week={week} written={written} />}
    </section>
  )
}
