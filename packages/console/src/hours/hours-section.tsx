import type { HoursView } from '@portico/protocol/hours'
import type { HoursId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { useDrafting } from '../channels/drafting.ts'
import { useCommand } from '../live/use-command.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import type { SectionProps } from '../rooms/room.ts'
import { DayBar } from './day-bar.tsx'
import { GroundWords } from './ground-words.tsx'
import { HourScale } from './hour-scale.tsx'
import styles from './hours.module.css'
import { MomentFields } from './moment-fields.tsx'
import { newHours } from './new-hours.ts'
import { standingWords } from './standing-words.ts'
import { hoursTexts } from './texts.ts'
import { useHours, useWritten } from './use-hours.ts'
import { WEEKDAYS } from './week-days.ts'

/** Which hours a channel has: none, or some that others may have too. */
export function HoursSection({ channel, disabled }: SectionProps) {
  const { hours: words } = useTexts(hoursTexts)
  const { draft, change } = useDrafting()
  const command = useCommand()
  const all = useHours()
  if (!all) return <Skeleton rows={4} />
  const chosen = all.find(({ id }) => id === draft.hours)
  const make = async () => {
    const made = newHours(channel.options.channels.name)
    if (await command(made)) change({ hours: made.hours })
  }
  return (
    <section className={styles['section']} aria-label={words.ofChannel}>
      <ChoiceField
        label={words.ofChannel}
        hint={words.ofChannelHint}
        disabled={disabled}
        value={chosen?.id ?? ''}
        onChange={({ target }) => change({ hours: target.value === '' ? null : (target.value as HoursId) })} // of the options below
      >
        <option value="">{words.none}</option>
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </ChoiceField>
      {chosen ? (
        <Chosen hours={chosen} others={chosen.channels.filter(({ id }) => id !== channel.id).map(({ name }) => name)} />
      ) : (
        <Button disabled={disabled} onClick={() => void make()}>
          {words.make}
        </Button>
      )}
    </section>
  )
}

function Chosen({ hours, others }: { hours: HoursView; others: readonly string[] }) {
  const { hours: words } = useTexts(hoursTexts)
  const format = useFormat()
  const { show } = useDrafting()
  const written = useWritten(hours.id)
  const most = Math.max(0, ...(written?.counts.flat() ?? []))
  return (
    <>
      <p role="status">
        <b>{standingWords(hours.standing, { words, format })}</b>{' '}
        {others.length > 0 && <bdi>{words.shared(format.list(others))}</bdi>}
      </p>
      <ul className={styles['week']}>
        <HourScale />
        {WEEKDAYS.map((day, index) => (
          <li key={day}>
            <b>{words.weekdays[day]}</b>
            <DayBar day={words.weekdays[day]} periods={hours.week[day]} counts={written?.counts[index] ?? []} most={most} />
            <span>{hours.week[day].map(({ from, to }) => `${from}–${to}`).join('  ') || words.closed}</span>
          </li>
        ))}
      </ul>
      {written && <GroundWords week={hours.week} written={written} />}
      <Link to="/settings/hours/$hours" params={{ hours: hours.id }}>
        {words.change}
      </Link>
      <h2>{words.moment}</h2>
      <MomentFields hours={hours.id} draft={draftOf(hours)} show={show} />
    </>
  )
}

const draftOf = ({ name, zone, week, days }: HoursView) => ({ name, zone, week, days })
