import type { OperatorId } from '@portico/protocol/ids'
import { system } from '../../platform/actor.ts'
import { no, type Refused } from '../../platform/wire/answer.ts'
import type { RouteContext } from '../../platform/wire/route.ts'
import { perMinute, tokenBucket } from '../../platform/wire/token-bucket.ts'
import type { Wait } from '../events.ts'

type Reached = { wait: Wait; afterMs: number; operator?: OperatorId | undefined }

/** Noted once a minute for each address: to be told to wait costs no more than that. */
export async function haveWait(ctx: RouteContext, { wait, afterMs, operator }: Reached): Promise<Refused> {
  const isNoted = ctx.limiter('waits-noted', () => tokenBucket(perMinute(1)))(`${wait} ${ctx.prefix}`, ctx.clock.now()) > 0
  if (!isNoted) await ctx.send({ type: 'wait.note', wait, operator }, system('auth'))
  return no(429, 'retry', { afterMs })
}
