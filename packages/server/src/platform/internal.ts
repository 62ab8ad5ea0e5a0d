import type { Context, Decision } from './capability.ts'
import { refuse } from './capability.ts'
import type { Tx } from './db/database.ts'

type Decide<C, E> = (tx: Tx, command: C, ctx: Context) => Promise<Decision<E>>

/** Marks a command that the server alone gives itself, by a route, a reaction or later: nobody else has it decided. */
export const internal =
  <C, E>(decide: Decide<C, E>): Decide<C, E> =>
  async (tx, command, ctx) =>
    ctx.actor.kind === 'system' ? decide(tx, command, ctx) : refuse('forbidden')
