import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { reasonOf } from '../requests/request-failure.ts'
import { CodeField } from './code-field.tsx'
import { EntryForm } from './entry-form.tsx'
import { PasswordField } from './password-field.tsx'
import { authTexts } from './texts.ts'

type Proof = { current: string; code: string }
type Props = {
  close: () => void
  title: string
  text?: string
  action: string
  asksCode?: boolean
  /** Whether what stands in the dialog's own fields may be sent; false once somebody has tried with something missing. */
  check?: () => boolean
  explain?: (reason: string) => string | undefined
  /** A reason that stands at one of the dialog’s own fields. */
  refused?: (reason: string | undefined) => void
  atFields?: readonly string[]
  send: (proof: Proof) => Promise<void>
  children?: ReactNode
}

/** A change of the account, and the password that it asks for. */
export function ProofDialog({
  close,
  title,
  text,
  action,
  asksCode = false,
  check,
  explain,
  refused,
  atFields = [],
  send,
  children,
}: Props) {
  const { auth, secondFactor, signIn } = useTexts(authTexts)
  const [proof, setProof] = useState<Proof>({ current: '', code: '' })
  const [tried, setTried] = useState(false)
  const change = useMutation({ mutationFn: send, onSuccess: close, onError: (error) => refused?.(reasonOf(error)) })
  const isMissing = { current: proof.current === '', code: asksCode && proof.code.trim() === '' }
  const isWrong = reasonOf(change.error) === 'wrong-password' && change.variables?.current === proof.current
  const submit = () => {
    setTried(true)
    const whole = (check?.() ?? true) && !isMissing.current && !isMissing.code
    if (whole) change.mutate(proof)
    return whole
  }
  const words: Record<string, string> = {
    'weak-password': auth.weak,
    'wrong-code': secondFactor.codeWrong,
  }
  return (
    <Dialog open close={close} title={title} text={text}>
      <EntryForm
        bare
        action={action}
        busy={change.isPending}
        error={change.error}
        explain={(reason) => explain?.(reason) ?? words[reason]}
        atFields={['wrong-password', ...atFields]}
        submit={submit}
      >
        {children}
        <PasswordField
          label={auth.current}
          autoComplete="current-password"
          value={proof.current}
          fault={tried && isMissing.current ? auth.currentMissing : isWrong ? auth.wrongPassword : undefined}
          onChange={(event) => setProof({ ...proof, current: event.target.value })}
        />
        {asksCode && (
          <CodeField
            value={proof.code}
            fault={tried && isMissing.code ? signIn.codeMissing : undefined}
            change={(code) => setProof({ ...proof, code })}
          />
        )}
      </EntryForm>
    </Dialog>
  )
}
