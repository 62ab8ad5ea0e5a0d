import type { Refused } from '../../platform/wire/answer.ts'
import type { RouteContext } from '../../platform/wire/route.ts'
import { tokenBucket } from '../../platform/wire/token-bucket.ts'
import { haveWait } from './have-wait.ts'

const ACCOUNTS = { burst: 10, perMs: 10 / (60 * 60_000) }

/** How often one address may show a link. */
export async function waitForAccounts(ctx: RouteContext): Promise<Refused | undefined> {
  const afterMs = ctx.limiter('accounts', () => tokenBucket(ACCOUNTS))(ctx.prefix, ctx.clock.now())
  return afterMs > 0 ? haveWait(ctx, { wait: 'accounts', afterMs }) : undefined
}
