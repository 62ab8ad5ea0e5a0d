import type { ClosedDays } from '@portico/protocol/hours'
import { Plus, X } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { ChoiceField, Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { ToggleField } from '../parts/toggle.tsx'
import styles from './hours.module.css'
import { PeriodFields } from './period-fields.tsx'
import { hoursTexts } from './texts.ts'
import { faultAt, type HoursFaults } from './use-faults.ts'
import { anotherPeriod } from './week-days.ts'

type Props = { days: readonly ClosedDays[]; change: (days: ClosedDays[]) => void; faults: HoursFaults }

/** Days that are otherwise than the week, written by hand. */
export function ClosedDaysPart({ days, change, faults }: Props) {
  const { hours: words } = useTexts(hoursTexts)
  const add = () => {
    const today = new Date().toISOString().slice(0, 10)
    change([...days, { from: today, to: today, name: words.newDay, repeats: 'once', periods: [] }])
  }
  return (
    <SettingsGroup title={words.days} text={words.daysText}>
      {days.length === 0 && <p className="faint">{words.noDays}</p>}
      {days.map((day, index) => (
        <Day
          // Days have no ids, and are not moved about.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          day={day}
          fault={faultAt(faults, `days[${index}]`)?.fault}
          change={(next) => change(days.map((each, at) => (at === index ? next : each)))}
          remove={() => change(days.filter((_, at) => at !== index))}
        />
      ))}
      <Button onClick={add}>
        <Icon of={Plus} size="s" />
        {words.addDay}
      </Button>
    </SettingsGroup>
  )
}

type DayProps = { day: ClosedDays; fault: string | undefined; change: (day: ClosedDays) => void; remove: () => void }

function Day({ day, fault, change, remove }: DayProps) {
  const { hours: words } = useTexts(hoursTexts)
  const { name, from, to, repeats, periods } = day
  return (
    <div className={styles['day']} role="group" aria-label={name}>
      <Field
        label={words.dayName}
        dir="auto"
        maxLength={80}
        value={name}
        onChange={({ target }) => change({ ...day, name: target.value })}
      />
      <Field
        label={words.dayFrom}
        type="date"
        value={from}
        // Whoever moves the beginning beyond the end moves the end with it.
        onChange={({ target: { value } }) => value !== '' && change({ ...day, from: value, to: to < value ? value : to })}
      />
      <Field
        label={words.dayTo}
        type="date"
        fault={fault && (words.faults[fault] ?? words.anotherFault)}
        value={to}
        onChange={({ target: { value } }) => value !== '' && change({ ...day, to: value })}
      />
      <ChoiceField
        label={words.repeats}
        value={repeats}
        onChange={({ target }) => change({ ...day, repeats: target.value === 'yearly' ? 'yearly' : 'once' })}
      >
        <option value="once">{words.repeatsChoices.once}</option>
        <option value="yearly">{words.repeatsChoices.yearly}</option>
      </ChoiceField>
      <Button look="icon" aria-label={words.removeDay(name)} onClick={remove}>
        <Icon of={X} size="s" />
      </Button>
      <div className={styles['other']}>
        <ToggleField
          label={words.otherHours}
          on={periods.length > 0}
          change={(on) => change({ ...day, periods: on ? [anotherPeriod([])] : [] })}
        />
        <PeriodFields what={name} periods={periods} change={(next) => change({ ...day, periods: next })} />
      </div>
    </div>
  )
}
