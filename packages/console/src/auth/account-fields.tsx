import type { ReactNode } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import type { Account } from './check-account.ts'
import { PasswordField } from './password-field.tsx'
import { authTexts } from './texts.ts'

type Props = {
  account: Account
  faults: { [Field in keyof Account]?: ReactNode }
  change: (account: Account) => void
}

/** Name, e-mail and password of a new account. */
export function AccountFields({ account, faults, change }: Props) {
  const { auth } = useTexts(authTexts)
  return (
    <>
      <Field
        label={auth.name}
        hint={auth.nameHint}
        autoComplete="name"
        autoFocus
        dir="auto"
        maxLength={80}
        value={account.name}
        fault={faults.name}
        onChange={(event) => change({ ...account, name: event.target.value })}
      />
      <Field
        label={auth.email}
        type="email"
        autoComplete="username"
        maxLength={254}
        value={account.email}
        fault={faults.email}
        onChange={(event) => change({ ...account, email: event.target.value })}
      />
      <PasswordField
        hint={auth.passwordHint}
        autoComplete="new-password"
        value={account.password}
        fault={faults.password}
        onChange={(event) => change({ ...account, password: event.target.value })}
      />
    </>
  )
}
