import { refuse } from '../platform/capability.ts'
import { colleagueOf, createOwner, INVITATION_MS, join, SESSION_MS, SETUP_OFFER_MS } from './account.ts'
import type { Auth } from './index.ts'
import { isAdministrator, mayBeSystem, mayEndSession, mayInvite, mayRevoke } from './policy.ts'
import {
  countOwners,
  findAccount,
  findInvitation,
  findOperator,
  findSession,
  findVisitor,
  hasOperators,
  isOffered,
} from './reads.ts'

export const commands: Auth['commands'] = {
  'setup.offer': async (tx, { tokenHash }, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    return (await hasOperators(tx)) ? refuse('exists') : [{ type: 'setup.offered', tokenHash, at: ctx.now() }]
  },
  'owner.create': async (tx, command, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    return createOwner(command, {
      offered: await isOffered(tx, { tokenHash: command.tokenHash, since: ctx.now() - SETUP_OFFER_MS }),
      hasOperators: await hasOperators(tx),
      at: ctx.now(),
    })
  },
  'operator.invite': async (_tx, { type: _, ...invitation }, ctx) => {
    const refused = mayInvite(ctx.actor)
    if (refused) return refused
    return [{ type: 'operator.invited', ...invitation, at: ctx.now(), expiresAt: ctx.now() + INVITATION_MS }]
  },
  'operator.join': async (tx, command, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    return join(command, {
      invitation: await findInvitation(tx, command.tokenHash),
      isEmailTaken: (await findAccount(tx, command.email)) !== undefined,
      at: ctx.now(),
    })
  },
  'session.start': async (tx, { type: _, ...session }, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    const operator = await findOperator(tx, session.operator)
    if (!operator || operator.revokedAt !== null) return refuse('not-found')
    return [{ type: 'session.started', ...session, at: ctx.now(), expiresAt: ctx.now() + SESSION_MS }]
  },
  'session.revoke': async (tx, command, ctx) => {
    const session = await findSession(tx, command.session)
    const refused = mayEndSession(ctx.actor, session)
    if (refused || !session) return refused ?? refuse('not-found')
    return session.endedAt === null
      ? [{ type: 'session.ended', session: session.id, operator: session.operator, at: ctx.now() }]
      : []
  },
  'operator.revoke': async (tx, command, ctx) => {
    if (ctx.actor.kind !== 'operator') return refuse('not-found')
    // Before it is looked for: who may send nobody away does not learn of whom there is.
    if (!isAdministrator(ctx.actor)) return refuse('forbidden')
    const operator = await findOperator(tx, command.operator)
    if (!operator) return refuse('not-found')
    const refused = mayRevoke(ctx.actor, operator)
    if (refused) return refused
    if (operator.role === 'owner' && (await countOwners(tx)) === 1) return refuse('last-owner')
    return operator.revokedAt === null ? [{ type: 'operator.revoked', operator: operator.id, at: ctx.now() }] : []
  },
  'operator.rename': async (tx, { name }, { actor }) => {
    if (actor.kind !== 'operator') return refuse('forbidden')
    const operator = await findOperator(tx, actor.id)
    if (!operator) return refuse('not-found')
    const me = { ...colleagueOf(operator), name: name.trim(), email: operator.email, channels: [...actor.channels] }
    return [{ type: 'operator.renamed', me }]
  },
  'proof.refuse': async (_tx, { type: _, ...refused }, { actor }) =>
    mayBeSystem(actor) ?? [{ type: 'proof.refused', ...refused }],
  'wait.note': async (_tx, { type: _, ...reached }, { actor }) => mayBeSystem(actor) ?? [{ type: 'wait.reached', ...reached }],
  'visitor.recognise': async (tx, { visitor, tokenHash }, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    if (await findVisitor(tx, tokenHash)) return []
    return [{ type: 'visitor.recognised', visitor, tokenHash, at: ctx.now() }]
  },
}
