import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { passwordFault } from '../auth/check-account.ts'
import { PasswordField } from '../auth/password-field.tsx'
import { ProofDialog } from '../auth/proof-dialog.tsx'
import { authTexts } from '../auth/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { tell } from '../parts/toast.tsx'
import { request } from '../requests/request.ts'
import { SESSIONS } from './sessions-query.ts'
import { accountTexts } from './texts.ts'

export function ChangePasswordDialog({ close }: { close: () => void }) {
  const { account } = useTexts(accountTexts)
  const { auth } = useTexts(authTexts)
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [weak, setWeak] = useState<string>()
  const fault = passwordFault(password, auth)
  return (
    <ProofDialog
      close={close}
      title={account.changePassword}
      text={account.changePasswordText}
      action={account.save}
      check={() => (setTried(true), fault === undefined)}
      atFields={['weak-password']}
      refused={(reason) => setWeak(reason === 'weak-password' ? password : undefined)}
      send={async ({ current }) => {
        await request('/api/account/password', { method: 'POST', body: { current, password } })
        tell(account.passwordChanged)
        await queries.invalidateQueries({ queryKey: SESSIONS })
      }}
    >
      <PasswordField
        label={account.newPassword}
        hint={auth.passwordHint}
        autoComplete="new-password"
        value={password}
        fault={(tried ? fault : undefined) ?? (weak === password ? auth.weak : undefined)}
        onChange={(event) => setPassword(event.target.value)}
      />
    </ProofDialog>
  )
}
