import type { Start } from '@portico/protocol/auth'
import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMessages } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import { AuthPage } from './auth-page.tsx'
import { EntryForm } from './entry-form.tsx'
import { PasswordField } from './password-field.tsx'
import { startQuery } from './start.ts'
import { useEntry } from './use-entry.ts'

export function SignInScreen() {
  const { next = '/inbox' } = useSearch({ from: '/sign-in' })
  const { auth } = useMessages()
  const start: Start = useSuspenseQuery(startQuery).data
  const entry = useEntry<{ email: string; password: string }>('/api/session', next)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    const whole = email.trim() !== '' && password !== ''
    if (whole) entry.mutate({ email: email.trim(), password })
    return whole
  }
  return (
    <AuthPage title={auth.signInTitle} text={auth.signInText(start.siteName)}>
      <EntryForm
        action={auth.signIn}
        busy={entry.isPending}
        error={entry.error}
        explain={(reason) => (reason === 'wrong-credentials' ? auth.wrong : undefined)}
        submit={submit}
      >
        <Field
          label={auth.email}
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          fault={tried && email.trim() === '' ? auth.checkEmail : undefined}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          autoComplete="current-password"
          value={password}
          fault={tried && password === '' ? auth.checkPasswordMissing : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
      </EntryForm>
    </AuthPage>
  )
}
