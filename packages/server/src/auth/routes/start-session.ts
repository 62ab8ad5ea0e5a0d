import type { SignedIn } from '@portico/protocol/auth'
import type { OperatorId, SessionId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { system } from '../../platform/actor.ts'
import { deviceOf } from '../../platform/wire/device.ts'
import { answerOf, no, type Answer } from '../../platform/wire/answer.ts'
import type { Asked } from '../../platform/wire/route.ts'
import { LONG_SESSION_MS, SESSION_MS } from '../account.ts'
import { mailLocaleOf } from '../mail-locale.ts'
import { readOwnersOfDevice } from '../reads/devices.ts'
import type { Shown } from '../second-factor.ts'
import { hashToken, mintToken } from '../token.ts'
import { refuseProof } from './refuse-proof.ts'

type Wish = { operator: OperatorId; shown?: Shown | undefined; stays?: boolean | undefined }

/** Of somebody whom nobody needs to know yet. */
export type Entrance = Omit<Asked<'anyone'>, 'body' | 'params' | 'query'>

export async function startSession(ctx: Entrance, { operator, shown, stays = false }: Wish): Promise<Answer<SignedIn>> {
  const [token, deviceToken] = [mintToken(), await deviceTokenOf(ctx)]
  const session = newId<SessionId>(ctx.clock.now())
  const locale = mailLocaleOf(ctx.request.headers['accept-language'])
  const outcome = await ctx.send(
    {
      type: 'session.start',
      session,
      operator,
      tokenHash: hashToken(token),
      device: deviceOf(ctx.request),
      deviceHash: hashToken(deviceToken),
      ...(locale && { locale }),
      ...(shown && { shown }),
      ...(stays && { stays }),
    },
    system('auth'),
  )
  if (!outcome.ok && outcome.refused === 'second-factor') {
    await refuseProof(ctx, 'code', operator)
    return no(401, 'wrong-code')
  }
  if (outcome.ok) await endFormer(ctx)
  const cookie = { value: token, maxAgeMs: stays ? LONG_SESSION_MS : SESSION_MS }
  return answerOf(outcome, { operator }, { cookie, deviceToken })
}

// Its token leaves this browser with the cookie that comes: nobody here could end it any more.
async function endFormer({ actor, unfinished, send }: Entrance): Promise<void> {
  const former = actor ?? unfinished
  if (former) await send({ type: 'session.revoke', session: former.session }, former)
}

// A token that we have not given is none: whoever could plant one would know it.
async function deviceTokenOf({ deviceToken, reads }: Entrance): Promise<string> {
  const isOurs = deviceToken !== undefined && (await readOwnersOfDevice(reads, hashToken(deviceToken))).length > 0
  return isOurs ? deviceToken : mintToken()
}
