import { no, type Refused } from '../../platform/wire/answer.ts'
import type { Account, RouteContext } from '../../platform/wire/route.ts'
import { BUSY_RETRY_MS, isPassword } from '../password.ts'
import { findPasswordHash } from '../reads.ts'
import { refuseProof } from './refuse-proof.ts'
import { forgetTries, takeTry, type Try } from './take-try.ts'

/** Whether it is the person who sits at an open session: an answer where the password is not his. */
export async function proveOwn(ctx: RouteContext, { id, session }: Account, password: string): Promise<Refused | undefined> {
  const tried: Try = { what: 'own', of: id, from: 'known-device', place: session, operator: id }
  const wait = await takeTry(ctx, tried)
  if (wait) return wait
  const right = await isPassword({ password, hashed: await findPasswordHash(ctx.reads, id), lane: 'known' })
  if (right === undefined) {
    ctx.hit('passwords-at-once')
    return no(429, 'retry', { afterMs: BUSY_RETRY_MS })
  }
  if (!right) {
    await refuseProof(ctx, 'password', id)
    return no(403, 'wrong-password')
  }
  await forgetTries(ctx, [tried])
  return undefined
}
