import { drafted, type HoursView } from '@portico/protocol/hours'
import { saysNothing } from '@portico/protocol/says-nothing'
import { useParams } from '@tanstack/react-router'
import { Clock } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { SaveBar } from '../forms/save-bar.tsx'
import { useDraft } from '../forms/use-draft.ts'
import { useLive } from '../live/live-context.tsx'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { BackLink } from '../parts/back-link.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Page } from '../parts/page.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import { useScreenTitle } from '../rooms/screen-title.ts'
import { CalendarsPart } from './calendars-part.tsx'
import { ClosedDaysPart } from './closed-days-part.tsx'
import { MomentFields } from './moment-fields.tsx'
import { RemovePart } from './remove-part.tsx'
import { hoursTexts } from './texts.ts'
import { useFaults } from './use-faults.ts'
import { useHours, useWritten } from './use-hours.ts'
import { WeekPart } from './week-part.tsx'
import { ZoneField } from './zone-field.tsx'

/** One set of hours: the week, the days that are otherwise, and what visitors see at a chosen moment. */
export function OneHoursScreen() {
  const { hours: words } = useTexts(hoursTexts)
  const id = useParams({ strict: false }).hours
  const all = useHours()
  const found = all?.find((each) => each.id === id)
  useScreenTitle(found?.name ?? words.title)
  if (!all) return <Skeleton rows={6} />
  if (!found)
    return (
      <Empty icon={Clock} title={words.gone.title} text={words.gone.text} failure>
        <ButtonLink to="/settings/hours">{words.back}</ButtonLink>
      </Empty>
    )
  return <HoursForm key={found.id} hours={found} />
}

function HoursForm({ hours }: { hours: HoursView }) {
  const { shell, form } = useMessages()
  const { hours: words } = useTexts(hoursTexts)
  const me = useMe()
  const allowed = useMay()('channels')
  const publish = useSaving(hours)
  const { name, zone, week, days } = hours
  const draft = useDraft({
    form: `hours.${hours.id}`,
    schema: drafted,
    published: { name, zone, week, days },
    versionOf: (changed): Record<string, number> => (Object.keys(changed).length === 0 ? {} : { hours: hours.version }),
    publish,
  })
  const { value, change } = draft
  const faults = useFaults(hours.id, value)
  const written = useWritten(hours.id)
  return (
    <Page title={<bdi>{hours.name}</bdi>} back={<BackLink to="/settings/hours" label={words.back} />}>
      <fieldset disabled={!allowed}>
        {!allowed && <p>{shell.forbidden}</p>}
        <SettingsGroup title={words.title}>
          <Field
            label={words.name}
            fault={draft.faults.name && (saysNothing(value.name) ? words.checkName : form.unfit)}
            dir="auto"
            maxLength={80}
            value={value.name}
            onChange={({ target }) => change({ name: target.value })}
          />
          <ZoneField zone={value.zone} change={(next) => change({ zone: next })} />
        </SettingsGroup>
        <WeekPart
          week={value.week}
          change={(next) => change({ week: next })}
          disabled={!allowed}
          faults={faults}
          written={written}
        />
        <ClosedDaysPart days={value.days} change={(next) => change({ days: next })} faults={faults} />
        <CalendarsPart hours={hours} disabled={!allowed} />
      </fieldset>
      <SettingsGroup title={words.moment}>
        <MomentFields hours={hours.id} draft={value} />
      </SettingsGroup>
      {allowed && <RemovePart hours={hours} />}
      {allowed && (
        <SaveBar
          verb="save"
          draft={{ ...draft, faults: faults.length > 0 ? { week: words.faulty } : draft.faults }}
          said={faults.length > 0 ? words.faulty : words.unsaved}
          by={hours.by?.id === me?.id ? undefined : hours.by?.name}
        />
      )}
    </Page>
  )
}

function useSaving({ id }: HoursView) {
  const messages = useMessages()
  const { hours: words } = useTexts(hoursTexts)
  const live = useLive()
  return async (
    value: Pick<HoursView, 'name' | 'zone' | 'week' | 'days'>,
    { of }: { of: Readonly<Record<string, string | number>> },
  ) => {
    const outcome = await live.send({ type: 'hours.save', hours: id, of: Number(of['hours']), ...value })
    if (!outcome.ok && outcome.refused === 'changed') return 'changed' as const
    if (!outcome.ok) {
      tell(messages.failure.command(refusalText(messages, outcome.refused)), 'failed')
      return 'refused' as const
    }
    tell(words.saved)
    return 'published' as const
  }
}
