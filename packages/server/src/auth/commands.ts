import { refuse } from '../platform/capability.ts'
import { createOwner, SETUP_OFFER_MS } from './account.ts'
import { invitationCommands } from './commands/invitations.ts'
import { operatorCommands } from './commands/operators.ts'
import { passwordCommands } from './commands/passwords.ts'
import { secondFactorCommands } from './commands/second-factors.ts'
import { sessionCommands } from './commands/sessions.ts'
import { triesCommands } from './commands/tries.ts'
import type { Auth } from './index.ts'
import { mayBeSystem } from './policy.ts'
import { findVisitor, hasOperators, isOffered } from './reads.ts'

export const commands: Auth['commands'] = {
  ...invitationCommands,
  ...operatorCommands,
  ...passwordCommands,
  ...secondFactorCommands,
  ...sessionCommands,
  ...triesCommands,
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
