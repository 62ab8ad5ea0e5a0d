import type { HoursView } from '@portico/protocol/hours'
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { hoursTexts } from './texts.ts'

/** Hours that no channel has can go. */
export function RemovePart({ hours: { id, channels } }: { hours: HoursView }) {
  const { hours: words } = useTexts(hoursTexts)
  const command = useCommand()
  const navigate = useNavigate()
  const remove = async () => {
    if (await command({ type: 'hours.remove', hours: id })) await navigate({ to: '/settings/hours' })
  }
  return (
    <SettingsGroup title={words.removeHours} {...(channels.length > 0 && { text: words.stillUsed })}>
      <Button look="danger" disabled={channels.length > 0} onClick={() => void remove()}>
        {words.removeHours}
      </Button>
    </SettingsGroup>
  )
}
