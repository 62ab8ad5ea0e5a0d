import { DIRECTIONS, type SiteSwitch } from '@portico/protocol/switches'
import { useState } from 'react'
import { useMay } from '../auth/use-may.ts'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Ask } from '../parts/dialog.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { ToggleField } from '../parts/toggle.tsx'
import { siteTexts } from './texts.ts'

/** Those in which conversations begin as yet: a switch that nothing obeys would promise something. */
const SHOWN = DIRECTIONS.filter((direction) => direction === 'public-to-operator')

/** The whole chat, and each direction in which conversations begin. */
export function SwitchesGroup() {
  const { switches: words } = useTexts(siteTexts)
  const settings = useView<'settings'>('settings')
  const command = useCommand()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  if (!settings || !may('site')) return null
  const isOn = (what: SiteSwitch) => !(settings.switchedOff ?? []).some((each) => each.what === what)
  const turn = (what: SiteSwitch, on: boolean) => void command({ type: 'site.switch', what, isOn: on })
  return (
    <SettingsGroup title={words.title} text={words.text} saving={words.savedAtOnce}>
      <ToggleField
        label={words.names.chat}
        hint={words.hints.chat}
        on={isOn('chat')}
        change={(on) => (on ? turn('chat', true) : setAsking(true))}
      />
      {SHOWN.map((direction) => (
        <ToggleField
          key={direction}
          label={words.names[direction]}
          hint={words.hints[direction]}
          on={isOn(direction) && isOn('chat')}
          disabled={!isOn('chat')}
          change={(on) => turn(direction, on)}
        />
      ))}
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={words.ask}
        text={words.askText}
        action={words.off}
        run={() => turn('chat', false)}
      />
    </SettingsGroup>
  )
}
