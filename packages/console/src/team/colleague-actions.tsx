import type { Colleague, Me } from '@portico/protocol/auth'
import { KeyRound, Languages, UserCog } from 'lucide-react'
import { useState } from 'react'
import { mayAdminister } from '../auth/may-administer.ts'
import { authTexts } from '../auth/texts.ts'
import { SkillsDialog } from '../labels/skills-dialog.tsx'
import { labelsTexts } from '../labels/texts.ts'
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
  const { skills } = useTexts(labelsTexts)
  const [open, setOpen] = useState<'nothing' | 'skills' | 'role' | 'reset'>('nothing')
  const isOther = mayAdminister(me) && colleague.id !== me.id
  const mayTouch = isOther && (colleague.role !== 'owner' || me.role === 'owner')
  const close = () => setOpen('nothing')
  return (
    <span className={styles['actions']}>
      {(mayAdminister(me) || colleague.id === me.id) && (
        <Button look="icon" aria-label={skills.editOf(colleague.name)} title={skills.edit} onClick={() => setOpen('skills')}>
          <Icon of={Languages} />
        </Button>
      )}
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
      {open === 'skills' && <SkillsDialog colleague={colleague} close={close} />}
      {open === 'role' && <RoleDialog colleague={colleague} isOwn={colleague.id === me.id} close={close} />}
      {open === 'reset' && <ResetDialog colleague={colleague} close={close} />}
    </span>
  )
}
