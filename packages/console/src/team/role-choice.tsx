import { useId } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

export type InvitedRole = 'administrator' | 'supervisor' | 'operator'

const ROLES = ['operator', 'supervisor', 'administrator'] as const

export function RoleChoice({ role, choose }: { role: InvitedRole; choose: (role: InvitedRole) => void }) {
  const { roles } = useMessages()
  const { team } = useTexts(teamTexts)
  const name = useId()
  return (
    <fieldset className={styles['channels']}>
      <legend>{team.inviteRole}</legend>
      {ROLES.map((one) => (
        <label key={one} className={styles['check']}>
          <input type="radio" name={name} checked={one === role} onChange={() => choose(one)} />
          <span>
            {roles[one]} <span className="faint">{team.roleHints[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
