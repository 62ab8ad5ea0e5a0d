import type { CalendarFileAnswer, HoursView } from '@portico/protocol/hours'
import type { CalendarId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { saysNothing } from '@portico/protocol/says-nothing'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { tell } from '../parts/toast.tsx'
import { failureText } from '../requests/request-failure.ts'
import { sendFile } from '../requests/send-file.ts'
import { CalendarRow } from './calendar-row.tsx'
import styles from './hours.module.css'
import { hoursTexts } from './texts.ts'

/** Where holidays come from: addresses that are read every day, and files. What is done here is done at once. */
export function CalendarsPart({ hours, disabled }: { hours: HoursView; disabled: boolean }) {
  const { hours: words } = useTexts(hoursTexts)
  const command = useCommand()
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const upload = useUpload(hours)
  const add = async () => {
    const called = saysNothing(name) ? hostOf(url) : name.trim()
    const calendar = newId<CalendarId>()
    if (!(await command({ type: 'calendar.add', hours: hours.id, calendar, name: called, url: url.trim() }))) return
    setName('')
    setUrl('')
  }
  return (
    <SettingsGroup title={words.calendars} text={words.calendarsText}>
      {hours.calendars.map((calendar) => (
        <CalendarRow key={calendar.id} calendar={calendar} disabled={disabled} />
      ))}
      <div className={styles['add']}>
        <Field
          label={words.calendarName}
          dir="auto"
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Field
          label={words.address}
          hint={words.addressHint}
          type="url"
          dir="ltr"
          maxLength={2000}
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
        <Button disabled={disabled || !URL.canParse(url.trim())} onClick={() => void add()}>
          {words.addAddress}
        </Button>
        <label className={styles['file']}>
          <span>{words.addFile}</span>
          <input
            type="file"
            accept=".ics,text/calendar"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              target.value = ''
              if (file) void upload(file, saysNothing(name) ? file.name : name.trim())
            }}
          />
        </label>
      </div>
    </SettingsGroup>
  )
}

function useUpload({ id }: HoursView) {
  const messages = useMessages()
  const { hours: words } = useTexts(hoursTexts)
  return async (file: File, name: string) => {
    try {
      const path = `/api/hours/${id}/calendars?name=${encodeURIComponent(name.slice(0, 80))}`
      const read = await sendFile<CalendarFileAnswer>(path, file)
      if (read.state === 'read') return tell(words.taken(read.days))
      const { place, fault, seen } = read.fault
      return tell(words.notRead(place, words.faults[fault] ?? words.anotherFault, seen), 'failed')
    } catch (error) {
      return tell(failureText(messages, error), 'failed')
    }
  }
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : url)
