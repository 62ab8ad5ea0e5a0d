import { invitationsPage, invitationsQuery, inviteBody, madeLink, mailedLink, mailInvitationBody } from '@portico/protocol/auth'
import { answerOf, json, no, NO_MAIL, NO_PUBLIC_URL, ok } from '../../platform/wire/answer.ts'
import { route } from '../../platform/wire/route.ts'
import { INVITATION_MS } from '../invitation.ts'
import { mayInvite } from '../policy.ts'
import { readInvitations } from '../reads/invitations.ts'
import { hashToken, mintToken } from '../token.ts'

export const invitationRoutes = [
  route({
    method: 'POST',
    path: '/api/invitations',
    who: 'operator',
    about: 'Invites a colleague: administrators, and the owner.',
    body: inviteBody,
    answer: json(madeLink),
    run: async ({ actor, authority, body, clock, links, send }) => {
      if (mayInvite(authority)) return no(403, 'forbidden')
      if (links === undefined) return NO_PUBLIC_URL
      const { role, channels } = body
      const token = mintToken()
      const outcome = await send({ type: 'operator.invite', tokenHash: hashToken(token), role, channels, by: actor.id }, actor)
      return answerOf(outcome, { link: `${links}/join#token=${token}`, expiresAt: clock.now() + INVITATION_MS })
    },
  }),
  route({
    method: 'POST',
    path: '/api/invitations/mail',
    who: 'operator',
    about: 'Invites a colleague by mail: administrators, and the owner.',
    body: mailInvitationBody,
    answer: json(mailedLink),
    run: async ({ actor, authority, body, clock, mails, send }) => {
      if (mayInvite(authority)) return no(403, 'forbidden')
      if (!mails) return NO_MAIL
      const outcome = await send({ type: 'invitation.mail', tokenHash: hashToken(mintToken()), ...body }, actor)
      return answerOf(outcome, { expiresAt: clock.now() + INVITATION_MS })
    },
  }),
  route({
    method: 'GET',
    path: '/api/invitations',
    who: 'operator',
    about: 'All invitations, the newest first, and what became of them.',
    query: invitationsQuery,
    answer: json(invitationsPage),
    run: async ({ authority, reads, clock, query: { before } }) =>
      mayInvite(authority) ? no(403, 'forbidden') : ok(await readInvitations(reads, { before, at: clock.now() })),
  }),
]
