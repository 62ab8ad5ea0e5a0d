import { findInvitationBody, foundInvitation, start } from '@portico/protocol/auth'
import { securityPage, securityQuery } from '@portico/protocol/security'
import { stateOf } from '../auth/invitation.ts'
import { holds, isAdministrator, mayStillInvite } from '../auth/policy.ts'
import { findOperator, hasOperators } from '../auth/reads.ts'
import { findInvitation } from '../auth/reads/invitations.ts'
import { hashToken } from '../auth/token.ts'
import { file, json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { csvOf } from './csv.ts'
import { readSiteName } from './reads.ts'
import { readSecurity, securityTable } from './security-reads.ts'

const CSV = 'text/csv; charset=utf-8'
/** Each reads 10,000 rows. */
const EXPORTS = { limit: 'exports', burst: 10, perMs: 10 / 60_000 } as const

export const routes = [
  route({
    method: 'GET',
    path: '/api/start',
    who: 'anyone',
    about: 'What the console must know before it draws anything.',
    answer: json(start),
    run: async ({ reads, authority, unfinished, links = null, mails, untrustedProxy = null }) =>
      ok({
        needsSetup: !(await hasOperators(reads)),
        siteName: await readSiteName(reads),
        publicUrl: links,
        sendsMail: mails,
        signedIn: authority?.id ?? unfinished?.id ?? null,
        lacksSecondFactor: unfinished !== undefined,
        untrustedProxy: authority && isAdministrator(authority) ? untrustedProxy : null,
      }),
  }),
  route({
    method: 'POST',
    path: '/api/invitations/find',
    who: 'anyone',
    about: 'What a link of invitation invites to.',
    body: findInvitationBody,
    answer: json(foundInvitation),
    run: async ({ reads, body: { token }, clock }) => {
      const invitation = await findInvitation(reads, hashToken(token))
      const isOpen = invitation && stateOf(invitation, clock.now()) === 'open'
      if (!isOpen || !mayStillInvite(await findOperator(reads, invitation.by))) return no(404, 'not-found')
      return ok({ siteName: await readSiteName(reads), role: invitation.role })
    },
  }),
  route({
    method: 'GET',
    path: '/api/security',
    who: 'operator',
    about: 'The log of security, the newest first: for whoever has the right to read it.',
    query: securityQuery,
    answer: json(securityPage),
    run: async ({ authority, reads, query }) =>
      holds(authority, 'security') ? ok(await readSecurity(reads, query)) : no(403, 'forbidden'),
  }),
  route({
    method: 'GET',
    path: '/api/security.csv',
    who: 'operator',
    about: 'The same as a table, the newest 10,000 rows.',
    query: securityQuery,
    answer: file(CSV),
    rate: EXPORTS,
    run: async ({ authority, reads, query }) => {
      if (!holds(authority, 'security')) return no(403, 'forbidden')
      const content = csvOf(await securityTable(reads, query))
      return ok({ name: 'security.csv', type: CSV, as: 'attachment', content })
    },
  }),
]
