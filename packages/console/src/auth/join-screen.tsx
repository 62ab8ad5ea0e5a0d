import type { Role } from '@portico/protocol/auth'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { request } from '../requests/request.ts'
import { AccountFields } from './account-fields.tsx'
import { AuthPage } from './auth-page.tsx'
import { accountFaults } from './check-account.ts'
import { EntryForm } from './entry-form.tsx'
import { LinkFailure } from './link-failure.tsx'
import { AT_FIELDS, refusedFields } from './refused-fields.tsx'
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
  const refused = refusedFields({ error: entry.error, sent: entry.variables, account }, auth)
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
    return <LinkFailure error={invitation.error} broken={auth.invitationUsed} again={() => void invitation.refetch()} />
  return (
    <AuthPage title={auth.joinTitle(invitation.data.siteName)} text={auth.joinText(roles[invitation.data.role])}>
      <EntryForm
        action={auth.join}
        busy={entry.isPending}
        error={entry.error}
        explain={(reason) => ({ 'not-found': auth.linkUsed })[reason]}
        atFields={AT_FIELDS}
        submit={submit}
      >
        <AccountFields account={account} faults={{ ...refused, ...(tried && faults) }} change={setAccount} />
      </EntryForm>
    </AuthPage>
  )
}
