import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { request } from '../requests/request.ts'
import styles from './auth-page.module.css'
import { CodeField } from './code-field.tsx'
import { EntryForm } from './entry-form.tsx'
import { PasswordField } from './password-field.tsx'
import { QrPicture } from './qr-picture.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { authTexts } from './texts.ts'

type Begun = { secret: string; uri: string }
type Step = { state: 'password' } | { state: 'scan'; begun: Begun } | { state: 'codes'; codes: readonly string[] }

/** The password, the picture with a first code, the recovery codes: then it counts. */
export function SecondFactorSteps({ done }: { done: () => void }) {
  const [step, setStep] = useState<Step>({ state: 'password' })
  switch (step.state) {
    case 'password':
      return <PasswordStep next={(begun) => setStep({ state: 'scan', begun })} />
    case 'scan':
      return <ScanStep begun={step.begun} next={(codes) => setStep({ state: 'codes', codes })} />
    case 'codes':
      return <RecoveryCodes codes={step.codes} kept={done} />
  }
}

function PasswordStep({ next }: { next: (begun: Begun) => void }) {
  const { auth, secondFactor } = useTexts(authTexts)
  const [current, setCurrent] = useState('')
  const [tried, setTried] = useState(false)
  const begin = useMutation({
    mutationFn: () => request<Begun>('/api/account/second-factor', { method: 'POST', body: { current } }),
    onSuccess: next,
  })
  const submit = () => {
    setTried(true)
    if (current !== '') begin.mutate()
    return current !== ''
  }
  return (
    <EntryForm
      bare
      action={secondFactor.next}
      busy={begin.isPending}
      error={begin.error}
      explain={(reason) => (reason === 'wrong-password' ? auth.wrongPassword : undefined)}
      submit={submit}
    >
      <PasswordField
        label={auth.current}
        autoComplete="current-password"
        value={current}
        fault={tried && current === '' ? auth.currentMissing : undefined}
        onChange={(event) => setCurrent(event.target.value)}
      />
    </EntryForm>
  )
}

function ScanStep({ begun, next }: { begun: Begun; next: (codes: readonly string[]) => void }) {
  const { secondFactor, signIn } = useTexts(authTexts)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = code.trim() === ''
  const confirm = useMutation({
    mutationFn: () =>
      request<{ codes: readonly string[] }>('/api/account/second-factor/confirm', { method: 'POST', body: { code } }),
    onSuccess: ({ codes }) => next(codes),
  })
  const submit = () => {
    setTried(true)
    if (!isMissing) confirm.mutate()
    return !isMissing
  }
  return (
    <EntryForm
      bare
      action={secondFactor.confirm}
      busy={confirm.isPending}
      error={confirm.error}
      explain={(reason) => (reason === 'wrong-code' ? secondFactor.codeWrong : undefined)}
      submit={submit}
    >
      <p>{secondFactor.scanText}</p>
      <QrPicture text={begun.uri} label={secondFactor.picture} />
      <p>
        {secondFactor.secret}: <code className={styles['secret']}>{begun.secret}</code>
      </p>
      <CodeField autoFocus value={code} fault={tried && isMissing ? signIn.codeMissing : undefined} change={setCode} />
    </EntryForm>
  )
}
