import type { OperatorId } from '@portico/protocol/ids'
import { system } from '../../platform/actor.ts'
import { refusedBy, type Refused } from '../../platform/wire/answer.ts'
import type { RouteContext } from '../../platform/wire/route.ts'
import { hashToken } from '../token.ts'
import type { TRIES } from '../tries.ts'
import { haveWait } from './have-wait.ts'

export type Try = {
  what: 'sign-in' | 'code' | 'own'
  of: string
  from: keyof typeof TRIES
  place?: string | undefined
  operator: OperatorId | undefined
}

/** Counts a try before it is made, over all nodes and addresses; an answer where it has to wait. */
export async function takeTry(ctx: RouteContext, tried: Try): Promise<Refused | undefined> {
  const outcome = await ctx.send({ type: 'try.take', key: keyOf(tried), from: tried.from }, system('auth'))
  if (outcome.ok) return undefined
  if (outcome.refused !== 'retry') return refusedBy(outcome)
  ctx.hit('sign-in-of-account')
  return haveWait(ctx, { wait: 'sign-in', afterMs: outcome.afterMs ?? 0, operator: tried.operator })
}

/** It was right, as far as it went: it counts for nothing, and what was wrong before still does. */
export async function giveTryBack(ctx: RouteContext, tried: Try): Promise<void> {
  await ctx.send({ type: 'try.give-back', key: keyOf(tried) }, system('auth'))
}

export async function forgetTries(ctx: RouteContext, tried: readonly Try[]): Promise<void> {
  await ctx.send({ type: 'try.forget', keys: tried.map(keyOf) }, system('auth'))
}

// A hash, because people write passwords into the wrong field.
const keyOf = ({ what, of, place = '' }: Try): string => hashToken(`${what} ${of} ${place}`)
