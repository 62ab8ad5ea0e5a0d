import { refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import { createOwner, SETUP_OFFER_MS } from './account.ts'
import { invitationCommands } from './commands/invitations.ts'
import { operatorCommands } from './commands/operators.ts'
import { passwordCommands } from './commands/passwords.ts'
import { rightCommands } from './commands/rights.ts'
import { secondFactorCommands } from './commands/second-factors.ts'
import { sessionCommands } from './commands/sessions.ts'
import { triesCommands } from './commands/tries.ts'
import type { Auth } from './index.ts'
import { findVisitor, hasOperators, isOffered } from './reads.ts'

export const commands: Auth['commands'] = {
  ...invitationCommands,
  ...operatorCommands,
  ...passwordCommands,
  ...rightCommands,
  ...secondFactorCommands,
  ...sessionCommands,
  ...triesCommands,
  'setup.offer': internal(async (tx, { tokenHash }, ctx) => {
    return (await hasOperators(tx)) ? refuse('exists') : [{ type: 'setup.offered', tokenHash, at: ctx.now() }]
  }),
  'owner.create': internal(async (tx, command, ctx) => {
    return createOwner(command, {
      offered: await isOffered(tx, { tokenHash: command.tokenHash, since: ctx.now() - SETUP_OFFER_MS }),
      hasOperators: await hasOperators(tx),
      at: ctx.now(),
    })
  }),
  'proof.refuse': internal(async (_tx, { type: _, ...refused }) => [{ type: 'proof.refused', ...refused }]),
  'wait.note': internal(async (_tx, { type: _, ...reached }) => [{ type: 'wait.reached', ...reached }]),
  'visitor.recognise': internal(async (tx, { visitor, tokenHash }, ctx) => {
    if (await findVisitor(tx, tokenHash)) return []
    return [{ type: 'visitor.recognised', visitor, tokenHash, at: ctx.now() }]
  }),
}
