import { invitationsQuery, inviteBody } from '@portico/protocol/auth'
import type * as s from '@portico/protocol/schema'
import { answerOf, no, NO_PUBLIC_URL, ok, type Route } from '../../platform/wire/route.ts'
import { INVITATION_MS } from '../invitation.ts'
import { mayInvite } from '../policy.ts'
import { readInvitations } from '../reads/invitations.ts'
import { hashToken, mintToken } from '../token.ts'

export const invitationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/invitations',
    who: 'operator',
    body: inviteBody,
    run: async ({ actor, authority, body, clock, links, send }) => {
      if (actor?.kind !== 'operator' || !authority || mayInvite(authority)) return no(403, 'forbidden')
      if (links === undefined) return NO_PUBLIC_URL
      const { role, channels } = body as s.Infer<typeof inviteBody> // parsed by the route's schema
      const token = mintToken()
      const outcome = await send({ type: 'operator.invite', tokenHash: hashToken(token), role, channels, by: actor.id }, actor)
      return answerOf(outcome, { link: `${links}/join#token=${token}`, expiresAt: clock.now() + INVITATION_MS })
    },
  },
  {
    method: 'GET',
    path: '/api/invitations',
    who: 'operator',
    query: invitationsQuery,
    run: async ({ authority, reads, clock, query }) => {
      if (!authority || mayInvite(authority)) return no(403, 'forbidden')
      const { before } = query as s.Infer<typeof invitationsQuery> // parsed by the route's schema
      return ok(await readInvitations(reads, { before, at: clock.now() }))
    },
  },
]
