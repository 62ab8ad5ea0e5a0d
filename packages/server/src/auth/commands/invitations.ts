import type { InvitationId } from '@portico/protocol/ids'
import { refuse } from '../../platform/capability.ts'
import { internal } from '../../platform/internal.ts'
import { join } from '../account.ts'
import type { Auth } from '../index.ts'
import { INVITATION_MS, stateOf } from '../invitation.ts'
import { mayCancel, mayInvite } from '../policy.ts'
import { findAccount, findOperator } from '../reads.ts'
import { findInvitation, findInvitationById } from '../reads/invitations.ts'

export const invitationCommands: Pick<Auth['commands'], 'operator.invite' | 'operator.join' | 'invitation.cancel'> = {
  'operator.invite': async (_tx, { type: _, ...invited }, ctx) => {
    const refused = mayInvite(ctx.actor)
    if (refused) return refused
    const invitation = ctx.newId<InvitationId>()
    return [{ type: 'operator.invited', invitation, ...invited, at: ctx.now(), expiresAt: ctx.now() + INVITATION_MS }]
  },
  'operator.join': internal(async (tx, command, ctx) => {
    const invitation = await findInvitation(tx, command.tokenHash)
    return join(command, {
      invitation,
      maker: invitation && (await findOperator(tx, invitation.by)),
      isEmailTaken: (await findAccount(tx, command.email)) !== undefined,
      at: ctx.now(),
    })
  }),
  'invitation.cancel': async (tx, command, ctx) => {
    const refused = mayCancel(ctx.actor)
    if (refused) return refused
    const invitation = await findInvitationById(tx, command.invitation)
    if (!invitation) return refuse('not-found')
    if (stateOf(invitation, ctx.now()) !== 'open') return []
    return [{ type: 'invitation.ended', invitation: invitation.id, ending: 'cancelled', at: ctx.now() }]
  },
}
