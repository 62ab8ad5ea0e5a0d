import type { Start } from '@portico/protocol/auth'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { AuthPage } from './auth-page.tsx'
import { CheckField } from './check-field.tsx'
import { CodeField } from './code-field.tsx'
import { reasonOf } from '../requests/request-failure.ts'
import { EntryForm } from './entry-form.tsx'
import { PasswordField } from './password-field.tsx'
import { startQuery } from './start.ts'
import { authTexts } from './texts.ts'
import { useEntry } from './use-entry.ts'

type SignIn = { email: string; password: string; stays: boolean; code?: string }

/** E-mail and password; then, where the account has a second factor, its code. */
export function SignInScreen() {
  const { next = '/inbox' } = useSearch({ from: '/sign-in' })
  const { auth, signIn } = useTexts(authTexts)
  const start: Start = useSuspenseQuery(startQuery).data
  const entry = useEntry<SignIn>('/api/session', next)
  const [said, setSaid] = useState<SignIn>({ email: '', password: '', stays: false })
  const reason = reasonOf(entry.error)
  const asksCode = said.code !== undefined || reason === 'code-needed'
  if (asksCode)
    return (
      <AuthPage title={signIn.codeTitle} text={signIn.codeText}>
        <CodeForm entry={entry} send={(code) => (setSaid({ ...said, code }), entry.mutate({ ...said, code }))} />
        <Button
          look="plain"
          onClick={() => {
            setSaid({ email: said.email, password: '', stays: said.stays })
            entry.reset()
          }}
        >
          {signIn.back}
        </Button>
      </AuthPage>
    )
  return (
    <AuthPage title={auth.signInTitle} text={auth.signInText(start.siteName)}>
      <PasswordForm entry={entry} said={said} change={setSaid} />
    </AuthPage>
  )
}

type Entry = ReturnType<typeof useEntry<SignIn>>

function PasswordForm({ entry, said, change }: { entry: Entry; said: SignIn; change: (said: SignIn) => void }) {
  const { auth, signIn } = useTexts(authTexts)
  const [tried, setTried] = useState(false)
  const { email, password, stays } = said
  const submit = () => {
    setTried(true)
    const whole = email.trim() !== '' && password !== ''
    if (whole) entry.mutate({ email: email.trim(), password, stays })
    return whole
  }
  return (
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
        onChange={(event) => change({ ...said, email: event.target.value })}
      />
      <PasswordField
        autoComplete="current-password"
        value={password}
        fault={tried && password === '' ? auth.checkPasswordMissing : undefined}
        onChange={(event) => change({ ...said, password: event.target.value })}
      />
      <CheckField
        label={signIn.stay}
        hint={signIn.stayHint}
        checked={stays}
        change={(checked) => change({ ...said, stays: checked })}
      />
    </EntryForm>
  )
}

function CodeForm({ entry, send }: { entry: Entry; send: (code: string) => void }) {
  const { auth, signIn } = useTexts(authTexts)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = code.trim() === ''
  const submit = () => {
    setTried(true)
    if (!isMissing) send(code.trim())
    return !isMissing
  }
  const asked = reasonOf(entry.error) === 'code-needed'
  return (
    <EntryForm
      action={auth.signIn}
      busy={entry.isPending}
      error={asked ? null : entry.error}
      explain={(reason) => ({ 'wrong-code': signIn.codeWrong, 'wrong-credentials': auth.wrong })[reason]}
      submit={submit}
    >
      <CodeField autoFocus value={code} fault={tried && isMissing ? signIn.codeMissing : undefined} change={setCode} />
    </EntryForm>
  )
}
