import type { OperatorId } from '@portico/protocol/ids'
import { system } from '../../platform/actor.ts'
import type { RouteContext } from '../../platform/wire/route.ts'
import type { Proof } from '../events.ts'

/** For the log of security: what was shown was wrong. */
export async function refuseProof(ctx: RouteContext, proof: Proof, operator: OperatorId | undefined): Promise<void> {
  await ctx.send({ type: 'proof.refuse', proof, operator }, system('auth'))
}
