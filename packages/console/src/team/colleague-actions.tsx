import type { Colleague, Me } from '@portico/protocol/auth'
import { KeyRound, UserCog } from 'lucide-react'
import { useState } from 'react'
import { mayAdminister } from '../auth/may-administer.ts'
import { authTexts } from '../auth/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { ResetDialog } from './reset-dialog.tsx'
import { RevokeButton } from './revoke-button.tsx'
import { RoleDialog } from './role-dialog.tsx'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

/** What one may do with a colleague; owners are touched by owners alone. */
export function ColleagueActions({ colleague, me }: { colleague: Colleague; me: Me }) {
  const { ownership } = useTexts(teamTexts)
  const { reset } = useTexts(authTexts)
  const [open, setOpen] = useState<'nothing' | 'role' | 'reset'>('nothing')
  const isOther = mayAdminister(me) && colleague.id !== me.id
  const mayTouch = isOther && (colleague.role !== 'owner' || me.role === 'owner')
  const close = () => setOpen('nothing')
  return (
    <span className={styles['actions']}>
      {me.role === 'owner' && (
        <Button
          look="icon"
          aria-label={ownership.changeOf(colleague.name)}
          title={ownership.change}
          onClick={() => setOpen('role')}
        >
          <Icon of={UserCog} />
        </Button>
      )}
      {mayTouch && (
        <Button look="icon" aria-label={reset.makeOf(colleague.name)} title={reset.make} onClick={() => setOpen('reset')}>
          <Icon of={KeyRound} />
        </Button>
      )}
      {isOther && <RevokeButton colleague={colleague} />}
      {open === 'role' && <RoleDialog colleague={colleague} isOwn={colleague.id === me.id} close={close} />}
      {open === 'reset' && <ResetDialog colleague={colleague} close={close} />}
    </span>
  )
}
