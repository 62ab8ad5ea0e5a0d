import type { InvitationId } from '@portico/protocol/ids'
import { refuse } from '../../platform/capability.ts'
import { internal } from '../../platform/internal.ts'
import { join } from '../account.ts'
import type { Auth } from '../index.ts'
import { INVITATION_MS, stateOf } from '../invitation.ts'
import { mayCancel, mayInvite, mayStillInvite } from '../policy.ts'
import { findAccount, findOperator } from '../reads.ts'
import { findInvitation, findInvitationById } from '../reads/invitations.ts'
import { readMailWait } from '../reads/mails.ts'

export const invitationCommands: Pick<
  Auth['commands'],
  'operator.invite' | 'operator.join' | 'invitation.mail' | 'invitation.mint' | 'invitation.cancel'
> = {
  'operator.invite': async (_tx, { type: _, ...invited }, ctx) => {
    const refused = mayInvite(ctx.actor)
    if (refused) return refused
    const invitation = ctx.newId<InvitationId>()
    return [{ type: 'operator.invited', invitation, ...invited, at: ctx.now(), expiresAt: ctx.now() + INVITATION_MS }]
  },
  // Its link is made when it is sent: nobody has the token of this one.
  'invitation.mail': async (tx, { type: _, email, locale, ...invited }, { actor, now, newId }) => {
    const refused = mayInvite(actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    const [at, invitation] = [now(), newId<InvitationId>()]
    const afterMs = await readMailWait(tx, { address: email, at })
    if (afterMs > 0) return refuse('retry', { afterMs })
    return [
      { type: 'operator.invited', invitation, ...invited, by: actor.id, at, expiresAt: at + INVITATION_MS },
      { type: 'invitation.mailed', invitation, email, locale, at },
    ]
  },
  'invitation.mint': internal(async (tx, { invitation: id, tokenHash }, { now }) => {
    const invitation = await findInvitationById(tx, id)
    const isOpen = invitation && stateOf(invitation, now()) === 'open'
    if (!isOpen || !mayStillInvite(await findOperator(tx, invitation.by))) return refuse('not-found')
    return [{ type: 'invitation.renewed', invitation: id, tokenHash }]
  }),
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
