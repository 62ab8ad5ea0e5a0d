import { emailAddressIn } from '../email-address.ts'
import type { Input } from '../input.ts'
import type { Standing } from '../run.ts'
import { answer, refuse, type Hearing } from './hearing.ts'
import type { Stated } from './stated.ts'

/** Asks for an e-mail address, and again while none is given. */
export type EmailStep = Stated & { kind: 'email' }

/** So that nobody is held for ever who will not give his address. */
export const EMAIL_TRIES_MAX = 5

export function hearEmail(step: EmailStep, run: Standing, input: Input): Hearing {
  if (input.kind !== 'typed') return refuse('not-awaited')
  const address = emailAddressIn(input.text)
  const tries = (run.state === 'retrying' ? run.tries : 0) + 1
  if (address === null && tries < EMAIL_TRIES_MAX) return { state: 'wrong', tries, typed: input.text }
  return answer({ kind: 'email', step: step.id, address, raw: input.text, at: input.at })
}
