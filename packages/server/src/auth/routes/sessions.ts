import { sessionsQuery, signInBody } from '@portico/protocol/auth'
import type * as s from '@portico/protocol/schema'
import { answerOf, no, ok, type Route } from '../../platform/wire/route.ts'
import { readSessions } from '../reads.ts'
import { signIn } from './sign-in.ts'

export const sessionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/session',
    who: 'anyone',
    body: signInBody,
    run: async (ctx) => signIn(ctx, ctx.body as s.Infer<typeof signInBody>), // parsed by the route's schema
  },
  {
    method: 'DELETE',
    path: '/api/session',
    who: 'account',
    run: async ({ actor, unfinished, send }) => {
      const account = actor ?? unfinished
      if (account?.kind !== 'operator') return no(401, 'not-signed-in')
      return answerOf(await send({ type: 'session.revoke', session: account.session }, account), {}, { cookie: 'clear' })
    },
  },
  {
    method: 'GET',
    path: '/api/sessions',
    who: 'operator',
    query: sessionsQuery,
    run: async ({ actor, reads, clock, query }) => {
      if (actor?.kind !== 'operator') return no(401, 'not-signed-in')
      const { before } = query as s.Infer<typeof sessionsQuery> // parsed by the route's schema
      return ok(await readSessions(reads, { operator: actor.id, current: actor.session, before, at: clock.now() }))
    },
  },
]
