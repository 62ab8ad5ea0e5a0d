import { NAME_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { object, said, shaped, text } from '@portico/protocol/schema'
import { authTexts } from '../auth/texts.ts'
import { ColourField } from '../auth/colour-field.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { SaveBar } from '../forms/save-bar.tsx'
import { useDraft } from '../forms/use-draft.ts'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { ChoiceField, Field } from '../parts/field.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { tell } from '../parts/toast.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import { PresenceGroup } from './presence-group.tsx'
import { repainting, siteColour } from './repainting.ts'
import { SwitchesGroup } from './switches-group.tsx'
import { siteTexts } from './texts.ts'

const NO_COLOUR = '#17665f'
const identity = object({ name: said(NAME_CODE_POINTS_MAX), colour: shaped(/^#[0-9a-f]{6}$/, 7), zone: text(60) })

/** What visitors know the site by. */
export function SiteScreen() {
  const { siteName: name, siteZone: zone = 'UTC' } = useView<'settings'>('settings') ?? {}
  const { state } = useInbox()
  return (
    <SettingPage path="site">
      {name === undefined || state === 'waiting' ? <Skeleton rows={3} /> : <SiteForm siteName={name} siteZone={zone} />}
    </SettingPage>
  )
}

function SiteForm({ siteName, siteZone }: { siteName: string; siteZone: string }) {
  const { form } = useMessages()
  const { site } = useTexts(siteTexts)
  const { auth } = useTexts(authTexts)
  const command = useCommand()
  const { channels } = useInbox()
  const painted = siteColour(channels)
  const published = { name: siteName, colour: painted ?? NO_COLOUR, zone: siteZone }
  const draft = useDraft({
    form: 'site',
    schema: identity,
    published,
    prepare: ({ name, ...others }) => ({ name: name.trim(), ...others }),
    publish: async ({ name, colour, zone }) => {
      const commands = [
        ...(name === published.name ? [] : [{ type: 'site.rename', name } as const]),
        ...(colour === published.colour ? [] : repainting(channels, colour)),
        ...(zone === published.zone ? [] : [{ type: 'site.choose-zone', zone } as const]),
      ]
      for (const each of commands) if (!(await command(each))) return 'refused'
      tell(site.saved)
      return 'published'
    },
  })
  const { name, colour, zone } = draft.value
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    <>
      <SettingsGroup title={site.group} text={site.text}>
        <Field
          label={auth.site}
          hint={auth.siteHint}
          fault={draft.faults.name && (name.trim() === '' ? auth.checkSite : form.unfit)}
          autoComplete="organization"
          dir="auto"
          maxLength={80}
          value={name}
          onChange={(event) => draft.change({ name: event.target.value })}
        />
        {painted !== undefined && <ColourField colour={colour} change={(next) => draft.change({ colour: next })} />}
      </SettingsGroup>
      <SettingsGroup title={site.days} text={site.daysText}>
        <ChoiceField label={site.zone} value={zone} onChange={({ target }) => draft.change({ zone: target.value })}>
          {(zones.includes(zone) ? zones : [zone, ...zones]).map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </ChoiceField>
      </SettingsGroup>
      <SwitchesGroup />
      <PresenceGroup />
      <SaveBar draft={draft} said={form.unsaved} />
    </>
  )
}
