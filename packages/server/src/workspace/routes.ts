import type { Start } from '@portico/protocol/auth'
import { isAdministrator } from '../auth/policy.ts'
import { findInvitation, hasOperators } from '../auth/reads.ts'
import { hashToken } from '../auth/token.ts'
import { no, ok, type Route } from '../platform/wire/route.ts'
import { readSiteName } from './reads.ts'

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/start',
    who: 'anyone',
    run: async ({ reads, authority, untrustedProxy = null }) => {
      const start: Start = {
        needsSetup: !(await hasOperators(reads)),
        siteName: await readSiteName(reads),
        signedIn: authority?.kind === 'operator' ? authority.id : null,
        untrustedProxy: authority && isAdministrator(authority) ? untrustedProxy : null,
      }
      return ok(start)
    },
  },
  {
    method: 'GET',
    path: '/api/invitations/:token',
    who: 'anyone',
    run: async ({ reads, params, clock }) => {
      const invitation = await findInvitation(reads, hashToken(params.token ?? ''))
      if (!invitation || invitation.acceptedAt !== null || invitation.expiresAt <= clock.now()) return no(404, 'not-found')
      return ok({ siteName: await readSiteName(reads), role: invitation.role })
    },
  },
]
