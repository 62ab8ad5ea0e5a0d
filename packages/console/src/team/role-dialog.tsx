import type { Colleague, Role } from '@portico/protocol/auth'
import { useId, useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { tell } from '../parts/toast.tsx'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

const ROLES = ['operator', 'supervisor', 'administrator', 'owner'] as const

type Props = { colleague: Colleague; isOwn: boolean; close: () => void }

/** Gives somebody another role; an owner hands over by it, and steps down. */
export function RoleDialog({ colleague, isOwn, close }: Props) {
  const { roles, shell } = useMessages()
  const { ownership, team } = useTexts(teamTexts)
  const command = useCommand()
  const name = useId()
  const [role, setRole] = useState<Role>(colleague.role)
  const save = async () => {
    close()
    if (await command({ type: 'operator.change-role', operator: colleague.id, role })) tell(ownership.changed(colleague.name))
  }
  return (
    <Dialog
      open
      close={close}
      title={isOwn ? ownership.askOwn : ownership.ask(colleague.name)}
      text={ownership.text}
      foot={
        <>
          <Button onClick={close}>{shell.cancel}</Button>
          <Button look="main" disabled={role === colleague.role} onClick={() => void save()}>
            {ownership.save}
          </Button>
        </>
      }
    >
      <fieldset className={styles['channels']}>
        <legend>{team.role}</legend>
        {ROLES.map((one) => (
          <label key={one} className={styles['check']}>
            <input type="radio" name={name} checked={one === role} onChange={() => setRole(one)} />
            <span>
              {roles[one]} <span className="faint">{ownership.hints[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
