import type { PresenceRules } from '@portico/protocol/presence'
import { useMay } from '../auth/use-may.ts'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { ToggleField } from '../parts/toggle.tsx'
import { AwayField } from './away-field.tsx'
import { siteTexts } from './texts.ts'

/** What becomes of availability at sign-in, and after how long somebody is away. */
export function PresenceGroup() {
  const { here, switches } = useTexts(siteTexts)
  const rules = useView<'settings'>('settings')?.presenceRules
  const command = useCommand()
  const may = useMay()
  if (!rules || !may('site')) return null
  const configure = (chosen: Partial<PresenceRules>) => void command({ type: 'presence.configure', ...chosen })
  return (
    <SettingsGroup title={here.title} text={here.text} saving={switches.savedAtOnce}>
      <ToggleField
        label={here.lowers}
        hint={here.lowersHint}
        on={rules.lowersAtSignIn}
        change={(lowersAtSignIn) => configure({ lowersAtSignIn })}
      />
      <ToggleField
        label={here.repeats}
        hint={here.repeatsHint}
        on={rules.repeatsNotice}
        change={(repeatsNotice) => configure({ repeatsNotice })}
      />
      <AwayField
        label={here.operatorAway}
        hint={here.operatorAwayHint}
        ms={rules.operatorAwayMs}
        change={(operatorAwayMs) => configure({ operatorAwayMs })}
      />
      <AwayField
        label={here.visitorAway}
        hint={here.visitorAwayHint}
        ms={rules.visitorAwayMs}
        change={(visitorAwayMs) => configure({ visitorAwayMs })}
      />
    </SettingsGroup>
  )
}
