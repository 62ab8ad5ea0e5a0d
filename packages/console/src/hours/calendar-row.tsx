import type { HoursView } from '@portico/protocol/hours'
import { useCommand } from '../live/use-command.ts'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from './hours.module.css'
import { hoursTexts } from './texts.ts'

type Calendar = HoursView['calendars'][number]

/** What a calendar has brought, and what was wrong with the last reading. */
export function CalendarRow({ calendar, disabled }: { calendar: Calendar; disabled: boolean }) {
  const { hours: words } = useTexts(hoursTexts)
  const format = useFormat()
  const command = useCommand()
  const now = useNow()
  const { id, name, url, days, next, leftOut, readAt, fault } = calendar
  const read = readAt === null ? words.neverRead : words.readAt(format.brief(readAt, now))
  const facts = [words.read(days), ...(leftOut > 0 ? [words.leftOut(leftOut)] : []), url === null ? words.fromFile : read]
  return (
    <div className={styles['calendar']} role="group" aria-label={name}>
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        {url !== null && <small dir="ltr">{url}</small>}
        <small>{facts.join(' · ')}</small>
        {next.length > 0 && (
          <small>
            <bdi>{format.list(next.map((day) => `${format.day(Date.parse(`${day.date}T12:00`))} ${day.name}`))}</bdi>
          </small>
        )}
        {fault && (
          <p role="alert">
            {words.notRead(fault.place, words.faults[fault.fault] ?? words.anotherFault, fault.seen)} {days > 0 && words.keptDays}
          </p>
        )}
      </div>
      {url !== null && (
        <Button small disabled={disabled} onClick={() => void command({ type: 'calendar.read', calendar: id })}>
          {words.readNow}
        </Button>
      )}
      <Button
        small
        look="plain"
        disabled={disabled}
        aria-label={words.removeCalendar(name)}
        onClick={() => void command({ type: 'calendar.remove', calendar: id })}
      >
        {words.remove}
      </Button>
    </div>
  )
}
