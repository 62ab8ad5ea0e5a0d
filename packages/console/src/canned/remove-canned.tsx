import type { Canned } from '@portico/protocol/canned'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { isolated } from '../parts/isolated.ts'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { cannedTexts } from './texts.ts'

export function RemoveCanned({ canned: { id, shortcut } }: { canned: Pick<Canned, 'id' | 'shortcut'> }) {
  const { canned } = useTexts(cannedTexts)
  const command = useCommand()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    if (await command({ type: 'canned.remove', canned: id })) await navigate({ to: '/settings/canned' })
  }
  return (
    <SettingsGroup title={canned.remove} text={canned.removeText}>
      <Button look="danger" onClick={() => setAsking(true)}>
        {canned.remove}
      </Button>
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={canned.removeAsk(isolated(shortcut))}
        text={canned.removeText}
        action={canned.remove}
        run={() => void remove()}
        danger
      />
    </SettingsGroup>
  )
}
