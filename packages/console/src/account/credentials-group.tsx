import type { Me } from '@portico/protocol/auth'
import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import styles from '../parts/settings.module.css'
import { ChangeEmailDialog } from './change-email-dialog.tsx'
import { ChangePasswordDialog } from './change-password-dialog.tsx'
import { accountTexts } from './texts.ts'

/** What one signs in with. */
export function CredentialsGroup({ me }: { me: Me }) {
  const { account } = useTexts(accountTexts)
  const [changing, setChanging] = useState<'nothing' | 'email' | 'password'>('nothing')
  const close = () => setChanging('nothing')
  return (
    <SettingsGroup title={account.title} text={account.text}>
      <div className={styles['fact']}>
        <p>
          <b>{account.email}</b>
          <small>{me.email}</small>
        </p>
        <Button onClick={() => setChanging('email')}>{account.changeEmail}</Button>
      </div>
      <div className={styles['fact']}>
        <p>
          <b>{account.password}</b>
        </p>
        <Button onClick={() => setChanging('password')}>{account.changePassword}</Button>
      </div>
      {changing === 'email' && <ChangeEmailDialog close={close} />}
      {changing === 'password' && <ChangePasswordDialog close={close} />}
    </SettingsGroup>
  )
}
