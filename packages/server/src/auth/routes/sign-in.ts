import type { SignedIn, signInBody } from '@portico/protocol/auth'
import type * as s from '@portico/protocol/schema'
import { growingWait } from '../../platform/wire/growing-wait.ts'
import { no, type Answer, type Refused } from '../../platform/wire/answer.ts'
import { BUSY_RETRY_MS, isBusy, isPassword } from '../password.ts'
import { findAccount, type Operator } from '../reads.ts'
import { readOwnersOfDevice } from '../reads/devices.ts'
import { hashToken } from '../token.ts'
import { haveWait } from './have-wait.ts'
import { refuseProof } from './refuse-proof.ts'
import { shownBy } from './shown-by.ts'
import { startSession, type Entrance } from './start-session.ts'
import { forgetTries, giveTryBack, takeTry, type Try } from './take-try.ts'

const MINUTE_MS = 60_000
const SIGN_INS = { free: 5, firstMs: 3 * MINUTE_MS, mostMs: 15 * MINUTE_MS, forgottenMs: 60 * MINUTE_MS }
const SIGN_INS_PER_PREFIX = { burst: 30, perMs: 30 / (15 * MINUTE_MS) }

type Said = s.Infer<typeof signInBody>

/** Nothing of the answer, nor how long it takes, says whether there is such an account, or what a right password would still need. */
export async function signIn(ctx: Entrance, { email, password, code, stays }: Said): Promise<Answer<SignedIn>> {
  const found = await findAccount(ctx.reads, email)
  const place = await knownPlaceOf(ctx, found?.operator)
  const lane = place === undefined ? 'anybody' : 'known'
  const address = place === undefined ? await ofAddress(ctx, email) : undefined
  if (address && address.afterMs > 0) return haveWait(ctx, { wait: 'sign-in', afterMs: address.afterMs })
  if (isBusy(lane)) return busy(ctx)
  const from = place === undefined ? 'anywhere' : 'known-device'
  const tried: Try = { what: 'sign-in', of: email.toLowerCase(), from, place, operator: found?.operator.id }
  const wait = await takeTry(ctx, tried)
  if (wait) return wait
  const right = await isPassword({ password, hashed: found?.passwordHash, lane })
  if (right === undefined) {
    await giveTryBack(ctx, tried)
    return busy(ctx)
  }
  if (!right || !found || found.operator.revokedAt !== null) {
    await refuseProof(ctx, 'password', found?.operator.id)
    return no(401, 'wrong-credentials')
  }
  // Only failures count: whoever knows the password may come and go.
  await address?.giveBack()
  return enter(ctx, { operator: found.operator, code, stays, tried })
}

type Entering = { operator: Operator; code: string | undefined; stays: boolean | undefined; tried: Try }

/** With the right password; codes have tries of their own, which no password makes forgotten. */
async function enter(ctx: Entrance, { operator, code, stays, tried }: Entering): Promise<Answer<SignedIn>> {
  if (operator.secondFactorAt === null) {
    const answer = await startSession(ctx, { operator: operator.id, stays })
    await forgetTries(ctx, [tried])
    return answer
  }
  await giveTryBack(ctx, tried)
  if (code === undefined) return no(401, 'code-needed')
  const triedCode: Try = { ...tried, what: 'code', of: operator.id }
  const wait = await takeTry(ctx, triedCode)
  if (wait) return wait
  const shown = await shownBy(ctx, { operator: operator.id, code })
  if (!shown) {
    await refuseProof(ctx, 'code', operator.id)
    return no(401, 'wrong-code')
  }
  const answer = await startSession(ctx, { operator: operator.id, shown, stays })
  if (answer.status === 200) await forgetTries(ctx, [tried, triedCode])
  return answer
}

/** Where the device has signed in to this account before, others' guesses do not count. */
async function knownPlaceOf({ deviceToken, reads }: Entrance, operator: Operator | undefined): Promise<string | undefined> {
  if (deviceToken === undefined) return undefined
  const deviceHash = hashToken(deviceToken)
  const owners = await readOwnersOfDevice(reads, deviceHash)
  return operator && owners.includes(operator.id) ? deviceHash : undefined
}

// An account has a count over all nodes of its own: only what one address tries of many is counted together here.
async function ofAddress(ctx: Entrance, email: string): Promise<{ afterMs: number; giveBack: () => Promise<void> }> {
  const now = ctx.clock.now()
  const account = `${email.toLowerCase()} ${ctx.prefix}`
  const tries = ctx.limiter('sign-in', () => growingWait(SIGN_INS))
  const triesOfPrefix = ctx.sharedLimiter('sign-in-of-address', SIGN_INS_PER_PREFIX)
  return {
    afterMs: Math.max(tries(account, now), await triesOfPrefix.take(ctx.prefix, now)),
    giveBack: async () => {
      tries.giveBack(account)
      await triesOfPrefix.giveBack(ctx.prefix)
    },
  }
}

function busy(ctx: Entrance): Refused {
  ctx.hit('passwords-at-once')
  return no(429, 'retry', { afterMs: BUSY_RETRY_MS })
}
