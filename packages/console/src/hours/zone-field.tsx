import { useFormat, useTexts } from '../messages/language-context.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { useNow } from '../live/use-now.ts'
import { hoursTexts } from './texts.ts'
import { shownIn } from './zoned-time.ts'

type Props = { zone: string; change: (zone: string) => void; label?: string; hint?: string }

/** The place whose clock counts, by its name: an offset would not know of summer time. */
export function ZoneField({ zone, change, label, hint }: Props) {
  const { hours: words } = useTexts(hoursTexts)
  const format = useFormat()
  const now = useNow()
  const known = Intl.supportedValuesOf('timeZone')
  const zones = known.includes(zone) ? known : [zone, ...known]
  const time = format.time(Date.parse(shownIn(zone, now)))
  return (
    <ChoiceField
      label={label ?? words.zone}
      hint={hint ?? words.zoneNow(placeOf(zone), time)}
      value={zone}
      onChange={({ target }) => change(target.value)}
    >
      {zones.map((each) => (
        <option key={each} value={each}>
          {each.replaceAll('_', ' ')}
        </option>
      ))}
    </ChoiceField>
  )
}

export const placeOf = (zone: string) => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
