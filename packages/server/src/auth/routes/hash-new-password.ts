import { no, type Refused } from '../../platform/wire/answer.ts'
import type { RouteContext } from '../../platform/wire/route.ts'
import { BUSY_RETRY_MS, hashPassword } from '../password.ts'
import { isWeak } from '../weak-password.ts'

type Hashed = { state: 'hashed'; passwordHash: string } | { state: 'refused'; answer: Refused }
type Chosen = { password: string; words: readonly string[] }

/** Of a password that somebody sets, unless it is one that is tried first; `words` are those that belong to the person. */
export async function hashNewPassword(ctx: RouteContext, { password, words }: Chosen): Promise<Hashed> {
  const weak = await isWeak(password, [...words.flatMap(partsOf), 'portico'])
  if (weak) return { state: 'refused', answer: no(400, 'weak-password') }
  const passwordHash = weak === undefined ? undefined : await hashPassword(password)
  if (passwordHash !== undefined) return { state: 'hashed', passwordHash }
  ctx.hit('passwords-at-once')
  return { state: 'refused', answer: no(429, 'retry', { afterMs: BUSY_RETRY_MS }) }
}

const partsOf = (text: string): string[] => [text, ...text.split(/[\s@.]/)].filter((word) => word.length > 2)
