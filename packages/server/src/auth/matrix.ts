import type { OperatorId, SessionId, VisitorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Cast } from '@portico/testkit/cast'
import { MAIN } from '@portico/testkit/person'
import { PASSWORD } from '@portico/testkit/account'
import { must } from '../platform/must.ts'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'
import { findInvitation } from './reads/invitations.ts'
import { hashToken, mintToken } from './token.ts'

const commands = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
session.revoke of one's own           out    none   none   ok    ok    ok    ok    out   none
session.revoke of another's           out    none   none   none  none  none  none  out   none
session.revoke-others                 out    no     no     ok    ok    ok    ok    out   no
operator.rename                       out    no     no     ok    ok    ok    ok    out   no
operator.choose-language              out    no     no     ok    ok    ok    ok    out   no
operator.choose-alias                 out    no     no     ok    ok    ok    ok    out   no
operator.change-role of an operator   out    no     no     no    no    no    ok    out   no
operator.change-role of the owner     out    no     no     no    no    no    last  out   no
right.set                             out    no     no     no    no    no    ok    out   no
invitation.cancel                     out    no     no     no    no    ok    ok    out   no
second-factor.demand                  out    no     no     no    no    no    ok    out   no
operator.revoke of an operator        out    none   none   no    no    ok    ok    out   none
operator.revoke of an administrator   out    none   none   no    no    ok    ok    out   none
operator.revoke of the owner          out    none   none   no    no    no    no    out   none
operator.revoke of oneself            out    none   none   no    no    no    no    out   none
operator.restore of an operator       out    none   none   no    no    ok    ok    out   none
operator.restore of an owner          out    none   none   no    no    no    ok    out   none
`)
const internal = rowsOf(`
                                      victor stella ann   olaf  ada   root  rick  server
setup.offer                           no     no     no    no    no    no    no    had
owner.create                          no     no     no    no    no    no    no    none
operator.invite                       no     no     no    no    ok    ok    no    no
invitation.mail                       no     no     no    no    ok    ok    no    no
invitation.mint                       no     no     no    no    no    no    no    ok
operator.join                         no     no     no    no    no    no    no    ok
session.start                         no     no     no    no    no    no    no    ok
try.take                              no     no     no    no    no    no    no    ok
try.give-back                         no     no     no    no    no    no    no    ok
try.forget                            no     no     no    no    no    no    no    ok
password.change                       no     no     ok    ok    ok    ok    no    no
email.change                          no     no     ok    ok    ok    ok    no    no
reset.offer of an operator            none   none   no    no    ok    ok    no    none
reset.offer of the owner              none   none   no    no    no    no    no    none
reset.offer of oneself                none   none   no    no    no    no    no    none
reset.mail of an operator             none   none   no    no    ok    ok    no    none
reset.mail of the owner               none   none   no    no    no    no    no    none
reset.print                           no     no     no    no    no    no    no    ok
reset.mint                            no     no     no    no    no    no    no    ok
reset.use                             no     no     no    no    no    no    no    ok
second-factor.begin                   no     no     no    no    no    no    no    ok
second-factor.confirm                 no     no     no    no    no    no    no    none
second-factor.remove                  no     no     none  none  none  none  no    no
recovery-codes.renew                  no     no     lack  lack  lack  lack  no    no
visitor.recognise                     no     no     no    no    no    no    no    ok
proof.refuse                          no     no     no    no    no    no    no    ok
wait.note                             no     no     no    no    no    no    no    ok
`)
const routes = rowsOf(`
                                         nobody victor stella ann  olaf ada  root rick sam
POST /api/setup                          404    404    404    404  404  404  404  404  404
POST /api/setup/look                     404    404    404    404  404  404  404  404  404
POST /api/session                        401    401    401    401  401  401  401  401  401
DELETE /api/session                      401    401    401    200  200  200  200  401  401
GET /api/sessions                        401    401    401    200  200  200  200  401  401
GET /api/account                         401    401    401    200  200  200  200  401  401
POST /api/account/password               401    401    401    403  403  403  403  401  401
POST /api/account/email                  401    401    401    403  403  403  403  401  401
POST /api/account/second-factor          401    401    401    403  403  403  403  401  401
POST /api/account/second-factor/confirm  401    401    401    404  404  404  404  401  401
POST /api/account/second-factor/codes    401    401    401    403  403  403  403  401  401
DELETE /api/account/second-factor        401    401    401    403  403  403  403  401  401
POST /api/operators/:id/reset            401    401    401    403  403  200  200  401  401
POST /api/operators/:id/reset-mail       401    401    401    409  409  409  409  401  401
POST /api/reset/look                     404    404    404    404  404  404  404  404  404
POST /api/reset                          404    404    404    404  404  404  404  404  404
GET /api/operators/withdrawn             401    401    401    403  403  200  200  401  401
GET /api/invitations                     401    401    401    403  403  200  200  401  401
POST /api/invitations                    401    401    401    403  403  200  200  401  401
POST /api/invitations/mail               401    401    401    403  403  409  409  401  401
POST /api/invitations/accept             404    404    404    404  404  404  404  404  404
`)

const token = mintToken()
const account = { name: 'Eve', email: 'eve@example.org', password: PASSWORD, token }
const wrong = { current: 'not the password', code: '000000' }

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'right.set': () => ({ type: 'right.set', role: 'supervisor', right: 'jobs', isHeld: true }),
    "session.revoke of one's own": async ({ name, operator, cast }) => ({
      type: 'session.revoke',
      session: name === 'rick' ? cast.rick.session : (await cast.newSession(operator)).session,
    }),
    "session.revoke of another's": ({ cast }) => ({ type: 'session.revoke', session: cast.bob.session }),
    'session.revoke-others': () => ({ type: 'session.revoke-others' }),
    'operator.change-role of an operator': async ({ cast }) => ({
      type: 'operator.change-role',
      operator: await spare(cast, 'operator'),
      role: 'administrator',
    }),
    'operator.change-role of the owner': ({ cast }) => ({
      type: 'operator.change-role',
      operator: cast.root.id,
      role: 'operator',
    }),
    'invitation.cancel': async ({ site, cast }) => {
      const tokenHash = await invited(cast)
      return { type: 'invitation.cancel', invitation: must(await findInvitation(site.server.store.reads, tokenHash)).id }
    },
    'second-factor.demand': () => ({ type: 'second-factor.demand', of: 'nobody' }),
    'operator.rename': () => ({ type: 'operator.rename', name: 'Somebody' }),
    'operator.choose-language': () => ({ type: 'operator.choose-language', language: 'fr' }),
    'operator.choose-alias': () => ({ type: 'operator.choose-alias', alias: 'Annie' }),
    'operator.revoke of an operator': async ({ cast }) => ({ type: 'operator.revoke', operator: await spare(cast, 'operator') }),
    'operator.revoke of an administrator': async ({ cast }) => ({
      type: 'operator.revoke',
      operator: await spare(cast, 'administrator'),
    }),
    'operator.revoke of the owner': ({ cast }) => ({ type: 'operator.revoke', operator: cast.root.id }),
    'operator.revoke of oneself': ({ operator }) => ({ type: 'operator.revoke', operator }),

    'operator.restore of an operator': async ({ cast }) => ({ type: 'operator.restore', operator: await gone(cast, 'operator') }),
    'operator.restore of an owner': async ({ cast }) => ({ type: 'operator.restore', operator: await gone(cast, 'owner') }),

    'setup.offer': () => ({ type: 'setup.offer', tokenHash: newHash() }),
    'owner.create': ({ site }) => ({
      type: 'owner.create',
      ...newAccount(),
      tokenHash: hashToken(site.server.setupToken ?? ''),
    }),
    'operator.invite': ({ operator }) => ({
      type: 'operator.invite',
      tokenHash: newHash(),
      role: 'operator',
      channels: [],
      by: operator,
    }),
    'invitation.mail': () => ({
      type: 'invitation.mail',
      tokenHash: newHash(),
      role: 'operator',
      channels: [],
      email: `${newId()}@example.org`,
      locale: 'en',
    }),
    'invitation.mint': async ({ site, cast }) => {
      const invitation = must(await findInvitation(site.server.store.reads, await invited(cast)))
      return { type: 'invitation.mint', invitation: invitation.id, tokenHash: newHash() }
    },
    'operator.join': async ({ cast }) => ({ type: 'operator.join', ...newAccount(), tokenHash: await invited(cast) }),
    'session.start': ({ operator }) => ({
      type: 'session.start',
      session: newId<SessionId>(),
      operator,
      tokenHash: newHash(),
      device: '',
    }),
    'try.take': () => ({ type: 'try.take', key: newHash(), from: 'anywhere' }),
    'try.give-back': () => ({ type: 'try.give-back', key: newHash() }),
    'try.forget': () => ({ type: 'try.forget', keys: [newHash()] }),
    'password.change': () => ({ type: 'password.change', passwordHash: 'none' }),
    'email.change': () => ({ type: 'email.change', email: `${newId()}@example.org` }),
    'reset.offer of an operator': async ({ cast }) => offered(await spare(cast, 'operator')),
    'reset.offer of the owner': ({ cast }) => offered(cast.root.id),
    'reset.offer of oneself': ({ operator }) => offered(operator),
    'reset.print': async ({ cast }) => ({ ...offered(await spare(cast, 'operator')), type: 'reset.print' }),
    'reset.mail of an operator': async ({ cast }) => mailed(await spare(cast, 'operator')),
    'reset.mail of the owner': ({ cast }) => mailed(cast.root.id),
    'reset.mint': async ({ cast }) => ({ ...offered(await spare(cast, 'operator')), type: 'reset.mint', by: cast.root.id }),
    'reset.use': async ({ cast }) => {
      const { tokenHash, ...offer } = offered(await spare(cast, 'operator'))
      await cast.run({ ...offer, tokenHash }, cast.root.actor)
      return { type: 'reset.use', tokenHash, passwordHash: 'none' }
    },
    'second-factor.begin': ({ cast }) => ({ type: 'second-factor.begin', ...ofBob(cast), secret: newHash() }),
    'second-factor.confirm': ({ cast }) => ({
      type: 'second-factor.confirm',
      ...ofBob(cast),
      secret: newHash(),
      step: 1,
      codeHashes: [newHash()],
    }),
    'second-factor.remove': () => ({ type: 'second-factor.remove', shown }),
    'recovery-codes.renew': () => ({ type: 'recovery-codes.renew', shown, codeHashes: [newHash()] }),
    'visitor.recognise': () => ({ type: 'visitor.recognise', visitor: newId<VisitorId>(), tokenHash: newHash() }),
    'proof.refuse': ({ operator }) => ({ type: 'proof.refuse', proof: 'password', operator }),
    'wait.note': () => ({ type: 'wait.note', wait: 'sign-in' }),
  },
  named: {
    "session.revoke of another's": ['session'],
    'operator.revoke of an operator': ['operator'],
    'operator.revoke of an administrator': ['operator'],
    'operator.revoke of the owner': ['operator'],
    'operator.restore of an operator': ['operator'],
    'operator.restore of an owner': ['operator'],
  },
  routes,
  addresses: {
    'POST /api/operators/:id/reset': ({ cast }) => `/api/operators/${cast.bob.id}/reset`,
    'POST /api/operators/:id/reset-mail': ({ cast }) => `/api/operators/${cast.bob.id}/reset-mail`,
  },
  bodies: {
    'POST /api/setup': { fits: { ...account, siteName: 'Mine', colour: '#000000' } },
    'POST /api/session': { fits: { email: 'eve@example.org', password: PASSWORD } },
    'POST /api/account/password': {
      fits: { current: PASSWORD, password: PASSWORD },
      asks: { current: wrong.current, password: PASSWORD },
    },
    'POST /api/account/email': {
      fits: { current: PASSWORD, email: 'root@example.org' },
      asks: { current: wrong.current, email: 'eve@example.org' },
    },
    'POST /api/account/second-factor': { fits: { current: PASSWORD }, asks: wrong },
    'POST /api/account/second-factor/confirm': { fits: { code: '000000' } },
    'POST /api/account/second-factor/codes': { fits: { current: PASSWORD, code: '000000' }, asks: wrong },
    'DELETE /api/account/second-factor': { fits: wrong },
    'POST /api/operators/:id/reset': { fits: { clears: 'nothing' } },
    'POST /api/operators/:id/reset-mail': { fits: { clears: 'nothing', locale: 'en' } },
    'POST /api/setup/look': { fits: { token } },
    'POST /api/reset/look': { fits: { token } },
    'POST /api/reset': { fits: { token, password: PASSWORD } },
    'POST /api/invitations': { fits: { role: 'operator', channels: [MAIN] } },
    'POST /api/invitations/mail': { fits: { role: 'operator', channels: [MAIN], email: 'eve@example.org', locale: 'en' } },
    'POST /api/invitations/accept': { fits: account },
  },
  signOut: ['DELETE /api/session'],
}

async function spare(cast: Cast, role: 'operator' | 'administrator'): Promise<OperatorId> {
  return (await cast.newOperator(newId(), role, [])).id
}
async function gone(cast: Cast, role: 'operator' | 'owner'): Promise<OperatorId> {
  const { id } = await cast.newOperator(newId(), role, [])
  await cast.run({ type: 'operator.revoke', operator: id }, cast.root.actor)
  return id
}
async function invited(cast: Cast): Promise<string> {
  const tokenHash = newHash()
  await cast.run({ type: 'operator.invite', tokenHash, role: 'operator', channels: [], by: cast.root.id }, cast.root.actor)
  return tokenHash
}

const newHash = () => hashToken(mintToken())
const shown = { kind: 'code', since: 1, step: 1 } as const
const ofBob = ({ bob }: Cast) => ({ operator: bob.id, session: bob.session })
const offered = (operator: OperatorId) => ({ type: 'reset.offer', operator, tokenHash: newHash(), clears: 'nothing' }) as const
const mailed = (operator: OperatorId) => ({ type: 'reset.mail', operator, clears: 'nothing', locale: 'en' }) as const
const newAccount = () => ({
  operator: newId<OperatorId>(),
  name: 'New',
  email: `${newId()}@example.org`,
  passwordHash: 'none',
})
