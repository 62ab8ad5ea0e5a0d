import { isRefusal, refuse } from '../../platform/capability.ts'
import { internal } from '../../platform/internal.ts'
import { LONG_SESSION_MS, SESSION_MS } from '../account.ts'
import type { Auth } from '../index.ts'
import { mayEndSession } from '../policy.ts'
import { findOperator, findSession } from '../reads.ts'
import { takeShown } from './take-shown.ts'

export const sessionCommands: Pick<Auth['commands'], 'session.start' | 'session.revoke' | 'session.revoke-others'> = {
  'session.start': internal(async (tx, { type: _, shown, stays, ...session }, ctx) => {
    const operator = await findOperator(tx, session.operator)
    if (!operator || operator.revokedAt !== null) return refuse('not-found')
    const at = ctx.now()
    const taken = operator.secondFactorAt === null ? [] : await takeShown(tx, { operator: operator.id, shown, at })
    if (isRefusal(taken)) return taken
    const expiresAt = at + (stays ? LONG_SESSION_MS : SESSION_MS)
    return [...taken, { type: 'session.started', ...session, at, expiresAt }]
  }),
  'session.revoke': async (tx, command, ctx) => {
    const session = await findSession(tx, command.session)
    const refused = mayEndSession(ctx.actor, session)
    if (refused || !session) return refused ?? refuse('not-found')
    return session.endedAt === null
      ? [{ type: 'session.ended', session: session.id, operator: session.operator, at: ctx.now() }]
      : []
  },
  'session.revoke-others': async (_tx, _command, { actor, now }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    return [{ type: 'sessions.ended', operator: actor.id, except: actor.session, at: now() }]
  },
}
