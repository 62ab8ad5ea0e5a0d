import { saysNothing } from '@portico/protocol/says-nothing'
import type { AuthTexts } from './texts.ts'

const PASSWORD_CODE_POINTS_MIN = 10

export type Account = { name: string; email: string; password: string }
export type Faults<Values> = { [Key in keyof Values]?: string }

/** What is wrong with an account before the server is asked; nothing when it may be tried. */
export function accountFaults({ name, email, password }: Account, auth: AuthTexts): Faults<Account> {
  const weak = passwordFault(password, auth)
  return {
    ...(saysNothing(name) ? { name: auth.checkName } : {}),
    ...(isEmail(email) ? {} : { email: auth.checkEmail }),
    ...(weak === undefined ? {} : { password: weak }),
  }
}

export function passwordFault(password: string, auth: AuthTexts): string | undefined {
  const length = Array.from(password).length
  return length < PASSWORD_CODE_POINTS_MIN ? auth.checkPassword(length) : undefined
}

export const isEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
