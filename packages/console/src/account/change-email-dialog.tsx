import { useState } from 'react'
import { isEmail } from '../auth/check-account.ts'
import { ProofDialog } from '../auth/proof-dialog.tsx'
import { authTexts } from '../auth/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import { tell } from '../parts/toast.tsx'
import { request } from '../requests/request.ts'
import { accountTexts } from './texts.ts'

export function ChangeEmailDialog({ close }: { close: () => void }) {
  const { account } = useTexts(accountTexts)
  const { auth } = useTexts(authTexts)
  const [email, setEmail] = useState('')
  const [tried, setTried] = useState(false)
  const [taken, setTaken] = useState<string>()
  const isWhole = isEmail(email.trim())
  return (
    <ProofDialog
      close={close}
      title={account.changeEmail}
      action={account.save}
      check={() => (setTried(true), isWhole)}
      atFields={['exists']}
      refused={(reason) => setTaken(reason === 'exists' ? email : undefined)}
      send={async ({ current }) => {
        await request('/api/account/email', { method: 'POST', body: { current, email: email.trim() } })
        tell(account.emailChanged)
      }}
    >
      <Field
        label={account.newEmail}
        type="email"
        autoComplete="email"
        maxLength={254}
        value={email}
        fault={tried && !isWhole ? auth.checkEmail : taken === email ? account.emailTaken : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
    </ProofDialog>
  )
}
