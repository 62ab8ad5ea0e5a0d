import type { Colleague } from '@portico/protocol/auth'
import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useHeldText } from '../conversations/use-held-text.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { teamTexts } from './texts.ts'

/** Withdraws somebody's access, after asking. */
export function RevokeButton({ colleague }: { colleague: Colleague }) {
  const { team } = useTexts(teamTexts)
  const command = useCommand()
  const held = useHeldText(colleague.id)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button look="icon" aria-label={team.revokeOf(colleague.name)} title={team.revoke} onClick={() => setAsking(true)}>
        <Icon of={UserMinus} />
      </Button>
      <Ask
        open={asking}
        close={() => setAsking(false)}
        title={team.revokeAsk(colleague.name)}
        text={held === undefined ? team.revokeText : `${held} ${team.revokeText}`}
        action={team.revoke}
        run={() => void command({ type: 'operator.revoke', operator: colleague.id })}
        danger
      />
    </>
  )
}
