import { Secret, TOTP } from 'otpauth'
import { STEP_MS } from './second-factor.ts'

const SECRET_BYTES = 20
const STEPS_AROUND = 1 // a telephone's clock may be off by one step, either way
const DIGITS = /^\d{6}$/

export const mintSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What an authenticator reads from the picture. */
export const uriOf = ({ secret, email, issuer }: { secret: string; email: string; issuer: string }): string =>
  new TOTP({ secret: Secret.fromBase32(secret), label: email, issuer }).toString()

/** The time step that a code belongs to; undefined for one that is wrong or too old. */
export function stepOf({ secret, code, at }: { secret: string; code: string; at: number }): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!DIGITS.test(token)) return undefined
  const delta = new TOTP({ secret: Secret.fromBase32(secret) }).validate({ token, timestamp: at, window: STEPS_AROUND })
  return delta === null ? undefined : Math.floor(at / STEP_MS) + delta
}
