import { done } from '@portico/protocol/answers'
import { sessionsPage, sessionsQuery, signedIn, signInBody } from '@portico/protocol/auth'
import { answerOf, json, ok } from '../../platform/wire/answer.ts'
import { route } from '../../platform/wire/route.ts'
import { readSessions } from '../reads.ts'
import { signIn } from './sign-in.ts'

export const sessionRoutes = [
  route({
    method: 'POST',
    path: '/api/session',
    who: 'anyone',
    about: 'Signs in; the session comes as a cookie.',
    body: signInBody,
    answer: json(signedIn),
    run: (ctx) => signIn(ctx, ctx.body),
  }),
  route({
    method: 'DELETE',
    path: '/api/session',
    who: 'account',
    about: 'Signs out.',
    answer: json(done),
    run: async ({ account, send }) =>
      answerOf(await send({ type: 'session.revoke', session: account.session }, account), {}, { cookie: 'clear' }),
  }),
  route({
    method: 'GET',
    path: '/api/sessions',
    who: 'operator',
    about: 'Where one is signed in, this session first, then the newest.',
    query: sessionsQuery,
    answer: json(sessionsPage),
    run: async ({ actor, reads, clock, query: { before } }) =>
      ok(await readSessions(reads, { operator: actor.id, current: actor.session, before, at: clock.now() })),
  }),
]
