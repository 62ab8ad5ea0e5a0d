import type { HoursWritten } from '@portico/protocol/hours'
import { Plus } from 'lucide-react'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { Toggle } from '../parts/toggle.tsx'
import { DayBar } from './day-bar.tsx'
import styles from './hours.module.css'
import { PeriodFields } from './period-fields.tsx'
import { hoursTexts } from './texts.ts'
import { faultAt, type HoursFaults } from './use-faults.ts'
import { anotherPeriod, type Week, WEEKDAYS } from './week-days.ts'

type Props = { week: Week; change: (week: Week) => void; faults: HoursFaults; written: HoursWritten | undefined }

/** The week, day by day, on the ground of when visitors write. */
export function WeekPart({ week, change, faults, written }: Props) {
  const { hours: words } = useTexts(hoursTexts)
  const most = Math.max(0, ...(written?.counts.flat() ?? []))
  return (
    <SettingsGroup title={words.week} text={words.weekText}>
      <ul className={styles['week']}>
        {WEEKDAYS.map((day, index) => {
          const periods = week[day]
          const what = words.weekdays[day]
          const fault = faultAt(faults, `week.${day}`)
          const put = (next: Week['monday']) => change({ ...week, [day]: next })
          return (
            <li key={day}>
              <Toggle label={words.isOpen(what)} on={periods.length > 0} change={(on) => put(on ? [anotherPeriod([])] : [])} />
              <b>{what}</b>
              <DayBar periods={periods} counts={written?.counts[index] ?? []} most={most} />
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
      {written && <Ground written={written} />}
    </SettingsGroup>
  )
}

function Ground({ written: { counts, whileClosed } }: { written: HoursWritten }) {
  const { hours: words } = useTexts(hoursTexts)
  const format = useFormat()
  const all = counts.flat().reduce((sum, count) => sum + count, 0)
  return (
    <p className="faint">
      {all === 0 ? words.groundNone : `${words.ground} ${words.whileClosed(format.percent(whileClosed / all))}`}
    </p>
  )
}
