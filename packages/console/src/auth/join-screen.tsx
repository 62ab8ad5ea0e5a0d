import type { Role } from '@portico/protocol/auth'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { request } from '../requests/request.ts'
import { AccountFields } from './account-fields.tsx'
import { AuthPage } from './auth-page.tsx'
import styles from './auth-page.module.css'
import { accountFaults } from './check-account.ts'
import { EntryForm } from './entry-form.tsx'
import { authTexts } from './texts.ts'
import { useEntry } from './use-entry.ts'
import { useLinkToken } from './use-link-token.ts'

type Invitation = { siteName: string; role: Role }

export function JoinScreen() {
  const token = useLinkToken()
  const messages = useMessages()
  const { roles } = messages
  const { auth } = useTexts(authTexts)
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => request<Invitation>('/api/invitations/find', { method: 'POST', body: { token } }),
    retry: false,
  })
  const entry = useEntry<{ token: string; name: string; email: string; password: string }>('/api/invitations/accept', '/inbox')
  const [account, setAccount] = useState({ name: '', email: '', password: '' })
  const [tried, setTried] = useState(false)
  const faults = accountFaults(account, auth)
  const submit = () => {
    setTried(true)
    const whole = Object.keys(faults).length === 0
    if (whole) entry.mutate({ token, ...account, name: account.name.trim() })
    return whole
  }
  if (invitation.isPending)
    return (
      <AuthPage title={messages.shell.loading}>
        <Skeleton />
      </AuthPage>
    )
  if (invitation.isError)
    return (
      <AuthPage title={auth.invitationUsed.title} text={auth.invitationUsed.text}>
        <p className={styles['next']}>
          <ButtonLink to="/sign-in">{auth.toSignIn}</ButtonLink>
        </p>
      </AuthPage>
    )
  return (
    <AuthPage title={auth.joinTitle(invitation.data.siteName)} text={auth.joinText(roles[invitation.data.role])}>
      <EntryForm
        action={auth.join}
        busy={entry.isPending}
        error={entry.error}
        explain={(reason) => ({ 'not-found': auth.linkUsed, 'weak-password': auth.weak })[reason]}
        submit={submit}
      >
        <AccountFields account={account} faults={tried ? faults : {}} change={setAccount} />
      </EntryForm>
    </AuthPage>
  )
}
