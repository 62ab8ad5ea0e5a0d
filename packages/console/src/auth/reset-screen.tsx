import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { request } from '../requests/request.ts'
import { reasonOf } from '../requests/request-failure.ts'
import { AuthPage } from './auth-page.tsx'
import styles from './auth-page.module.css'
import { passwordFault } from './check-account.ts'
import { EntryForm } from './entry-form.tsx'
import { LinkFailure } from './link-failure.tsx'
import { PasswordField } from './password-field.tsx'
import { authTexts } from './texts.ts'
import { useLinkToken } from './use-link-token.ts'

/** A new password, by the link that an administrator has made. */
export function ResetScreen() {
  const { shell } = useMessages()
  const { reset, auth } = useTexts(authTexts)
  const token = useLinkToken()
  const [isDone, setDone] = useState(false)
  const look = useQuery({
    queryKey: ['reset', token],
    queryFn: () => request<{ email: string }>('/api/reset/look', { method: 'POST', body: { token } }),
    retry: false,
    staleTime: Infinity,
  })
  if (look.isPending)
    return (
      <AuthPage title={shell.loading}>
        <Skeleton />
      </AuthPage>
    )
  if (look.isError && !isDone) return <LinkFailure error={look.error} broken={reset.unusable} again={() => void look.refetch()} />
  if (isDone || !look.data)
    return (
      <AuthPage title={reset.done.title} text={reset.done.text}>
        <p className={styles['next']}>
          <ButtonLink to="/sign-in">{auth.toSignIn}</ButtonLink>
        </p>
      </AuthPage>
    )
  return (
    <AuthPage title={reset.title} text={reset.text(look.data.email)}>
      <ResetForm token={token} email={look.data.email} done={() => setDone(true)} />
    </AuthPage>
  )
}

function ResetForm({ token, email, done }: { token: string; email: string; done: () => void }) {
  const { auth, reset } = useTexts(authTexts)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const set = useMutation({
    mutationFn: (wished: string) => request('/api/reset', { method: 'POST', body: { token, password: wished } }),
    onSuccess: done,
  })
  const fault = passwordFault(password, auth)
  const weak = reasonOf(set.error) === 'weak-password' && set.variables === password ? auth.weak : undefined
  const submit = () => {
    setTried(true)
    if (fault === undefined) set.mutate(password)
    return fault === undefined
  }
  return (
    <EntryForm
      action={reset.action}
      busy={set.isPending}
      error={set.error}
      explain={(reason) => ({ 'not-found': reset.unusable.text })[reason]}
      atFields={['weak-password']}
      submit={submit}
    >
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={reset.password}
        hint={auth.passwordHint}
        autoComplete="new-password"
        autoFocus
        value={password}
        fault={tried ? (fault ?? weak) : undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
    </EntryForm>
  )
}
