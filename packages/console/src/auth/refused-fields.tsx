import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { reasonOf } from '../requests/request-failure.ts'
import type { Account } from './check-account.ts'
import type { AuthTexts } from './texts.ts'

/** What the server says of one field, and not of the form. */
export const AT_FIELDS = ['exists', 'weak-password']

type Sent = Pick<Account, 'email' | 'password'>

/** It stands at its field, with what can be done, until that one is changed. */
export function refusedFields(
  { error, sent, account }: { error: unknown; sent: Sent | undefined; account: Account },
  auth: AuthTexts,
): { [Field in keyof Account]?: ReactNode } {
  const reason = reasonOf(error)
  if (reason === 'exists' && sent?.email === account.email)
    return {
      email: (
        <>
          {auth.emailTaken} <Link to="/sign-in">{auth.signInInstead}</Link>
        </>
      ),
    }
  return reason === 'weak-password' && sent?.password === account.password ? { password: auth.weak } : {}
}
