import { findInvitationBody, type Start } from '@portico/protocol/auth'
import type * as s from '@portico/protocol/schema'
import { securityQuery, type SecurityQuery } from '@portico/protocol/security'
import { stateOf } from '../auth/invitation.ts'
import { isAdministrator, mayStillInvite } from '../auth/policy.ts'
import { findOperator, hasOperators } from '../auth/reads.ts'
import { findInvitation } from '../auth/reads/invitations.ts'
import { hashToken } from '../auth/token.ts'
import { no, ok, type Answer, type Route, type RouteContext } from '../platform/wire/route.ts'
import { csvOf } from './csv.ts'
import { readSiteName } from './reads.ts'
import { readSecurity, securityTable } from './security-reads.ts'

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/start',
    who: 'anyone',
    run: async ({ reads, authority, unfinished, links = null, untrustedProxy = null }) => {
      const start: Start = {
        needsSetup: !(await hasOperators(reads)),
        siteName: await readSiteName(reads),
        publicOrigin: links,
        signedIn: authority?.kind === 'operator' ? authority.id : (unfinished?.id ?? null),
        lacksSecondFactor: unfinished !== undefined,
        untrustedProxy: authority && isAdministrator(authority) ? untrustedProxy : null,
      }
      return ok(start)
    },
  },
  {
    method: 'POST',
    path: '/api/invitations/find',
    who: 'anyone',
    body: findInvitationBody,
    run: async ({ reads, body, clock }) => {
      const { token } = body as s.Infer<typeof findInvitationBody> // parsed by the route's schema
      const invitation = await findInvitation(reads, hashToken(token))
      const isOpen = invitation && stateOf(invitation, clock.now()) === 'open'
      if (!isOpen || !mayStillInvite(await findOperator(reads, invitation.by))) return no(404, 'not-found')
      return ok({ siteName: await readSiteName(reads), role: invitation.role })
    },
  },
  {
    method: 'GET',
    path: '/api/security',
    who: 'operator',
    query: securityQuery,
    run: (ctx) => forAdministrators(ctx, async (asked) => ok(await readSecurity(ctx.reads, asked))),
  },
  {
    method: 'GET',
    path: '/api/security.csv',
    who: 'operator',
    query: securityQuery,
    run: (ctx) => forAdministrators(ctx, async (asked) => ok(csvOf(await securityTable(ctx.reads, asked)), { headers: CSV })),
  },
]

const CSV = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="security.csv"',
}

async function forAdministrators({ authority, query }: RouteContext, answer: (asked: SecurityQuery) => Promise<Answer>) {
  if (!authority || !isAdministrator(authority)) return no(403, 'forbidden')
  return answer(query as SecurityQuery) // parsed by the route's schema
}
