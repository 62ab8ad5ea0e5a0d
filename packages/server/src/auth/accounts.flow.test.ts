// One's own account, roles, invitations and reset links; people are made by the road, so that nobody waits for hashes but here.
import type { InvitationRowView, Role, SessionRowView } from '@portico/protocol/auth'
import { CLOSE } from '@portico/protocol/close-codes'
import type { OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast, type OperatorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello } from '@portico/testkit/raw-socket'
import { PASSWORD } from '@portico/testkit/account'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../platform/must.ts'
import { LONG_SESSION_MS } from './account.ts'
import { RESET_MS } from './reset.ts'
import { asking, type Ask } from './testing-ask.ts'
import { hashToken } from './token.ts'

const NEW_PASSWORD = 'seven blue lanterns'

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let ask: Ask
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    ask = asking(site)
  })
  afterAll(() => closeSound(site))

  test('[AU34] a new password asks for the current one, and ends all other sessions with their connections', async () => {
    const { pam, phone } = await withPhone('Pam')
    const change = (current: string, password: string) =>
      ask('POST /api/account/password', { as: pam, body: { current, password } })
    expect(await change('not her password', NEW_PASSWORD)).toMatchObject({ status: 403, refused: 'wrong-password' })
    expect(await change(PASSWORD, 'password1234')).toMatchObject({ status: 400, refused: 'weak-password' })
    const link = await resetLink(cast.root, pam)
    expect(phone.socket.heard('close')).toEqual([])
    expect(await change(PASSWORD, NEW_PASSWORD)).toMatchObject({ status: 200 })
    expect(await phone.socket.ended).toMatchObject({ code: CLOSE.revoked })
    expect(await ask('GET /api/sessions', { as: phone.caller })).toMatchObject({ status: 401 })
    expect(await ask('GET /api/sessions', { as: pam })).toMatchObject({ status: 200 })
    expect(await ask('POST /api/reset/look', { body: { token: link } })).toMatchObject({ status: 404 })
    expect(await signIn('pam@example.org', PASSWORD)).toMatchObject({ status: 401 })
    expect(await signIn('pam@example.org', NEW_PASSWORD)).toMatchObject({ status: 200 })
  })

  test('[AU10] a password is of whatever characters, two hundred at most, and compared as it came', async () => {
    const zoe = await cast.newOperator('Zoe', 'operator', [])
    const odd = ' Zwölf\tblaue 🏮 Laternen '
    const long = 'seven blue lanterns, '.repeat(10).slice(0, 200)
    const change = (current: string, password: string) =>
      ask('POST /api/account/password', { as: zoe, body: { current, password } })
    expect(await change(PASSWORD, odd)).toMatchObject({ status: 200 })
    expect(await signIn('zoe@example.org', odd.trim())).toMatchObject({ status: 401 })
    expect(await signIn('zoe@example.org', odd.toLowerCase())).toMatchObject({ status: 401 })
    expect(await change(odd, `${long}!`)).toMatchObject({ status: 400, refused: 'invalid' })
    expect(await change(odd, long)).toMatchObject({ status: 200 })
    expect(await signIn('zoe@example.org', long.slice(0, -1))).toMatchObject({ status: 401 })
    expect(await signIn('zoe@example.org', long)).toMatchObject({ status: 200 })
  })

  test('[AU34] the current password is not guessed at an open session', async () => {
    const gil = await cast.newOperator('Gil', 'operator', [])
    const guess = () => ask('POST /api/account/email', { as: gil, body: { current: 'guess', email: 'eve@example.org' } })
    for (let i = 0; i < 5; i++) expect(await guess()).toMatchObject({ status: 403 })
    expect(await guess()).toMatchObject({ status: 429, refused: 'retry', afterMs: 60_000 })
  })

  test('[AU34] an e-mail address is changed with the password, and belongs to one account', async () => {
    const eli = await cast.newOperator('Eli', 'operator', [])
    const change = (email: string) => ask('POST /api/account/email', { as: eli, body: { current: PASSWORD, email } })
    expect(await change('ANN@example.org')).toMatchObject({ status: 409, refused: 'exists', detail: 'email' })
    expect(await change('Elias@example.org')).toMatchObject({ status: 200 })
    expect(await signIn('eli@example.org', PASSWORD)).toMatchObject({ status: 401 })
    expect(await signIn('elias@example.org', PASSWORD)).toMatchObject({ status: 200 })
  })

  test('[AU36] all sessions are listed, a page at a time and this one first; all others end at once', async () => {
    const { pam: sue, phone } = await withPhone('Sue')
    for (let i = 0; i < 53; i++) await cast.newSession(sue.id)
    const first = await sessionsOf(sue)
    expect(first.sessions[0]).toMatchObject({ id: sue.session, current: true })
    expect([first.sessions.length, first.more]).toEqual([51, true])
    const rest = await sessionsOf(sue, first.sessions.at(-1)?.id)
    expect([rest.sessions.length, rest.more]).toEqual([4, false])
    const ids = [...first.sessions, ...rest.sessions].map(({ id }) => id)
    expect(new Set(ids).size).toBe(55)
    expect(ids).toContain(phone.caller.session)

    expect(await cast.run({ type: 'session.revoke-others' }, sue.actor)).toEqual({ ok: true })
    expect(await phone.socket.ended).toMatchObject({ code: CLOSE.revoked })
    expect((await sessionsOf(sue)).sessions.map(({ id }) => id)).toEqual([sue.session])
    expect(await ask('GET /api/sessions', { as: cast.bob })).toMatchObject({ status: 200 })
  })

  test('[AU17] who stays signed in on his device does so for thirty days', async () => {
    const day = 24 * 60 * 60
    const stay = await signIn('ann@example.org', PASSWORD, { stays: true })
    expect(stay.cookies[0]).toContain(`Max-Age=${30 * day}`)
    expect((await signIn('ann@example.org', PASSWORD)).cookies[0]).toContain(`Max-Age=${day / 2}`)
    const row = await site.server.store.reads
      .selectFrom('operator_session')
      .select('expires_at')
      .where('operator_id', '=', cast.ann.id)
      .orderBy('expires_at', 'desc')
      .executeTakeFirst()
    expect(row?.expires_at).toBe(site.clock.now() + LONG_SESSION_MS)
  })

  test('[AU37] owners give and take roles; one owner stays, whoever of several step down at once', async () => {
    const owners = [cast.root]
    for (const name of ['Otto', 'Olga', 'Omar']) {
      const one = await cast.newOperator(name, 'administrator', [])
      expect(await changeRole(cast.ada, one, 'owner')).toEqual({ ok: false, refused: 'forbidden' })
      expect(await changeRole(cast.root, one, 'owner')).toEqual({ ok: true })
      owners.push(one)
    }
    expect(await changeRole(cast.root, cast.rick, 'administrator')).toEqual({ ok: false, refused: 'not-found' })
    const outcomes = await Promise.all(owners.map((one) => changeRole(one, one, 'operator')))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, refused: 'last-owner' }])
    await giveBack(must(owners[outcomes.findIndex(({ ok }) => !ok)]))
  })

  test.for(['take the ownership from each other', 'withdraw each other'])(
    '[AU37] of two owners who %s at once one stays',
    async (how) => {
      const pair = [
        await cast.newOperator(`One ${how}`, 'administrator', []),
        await cast.newOperator(`Two ${how}`, 'administrator', []),
      ]
      const [one, two] = [must(pair[0]), must(pair[1])]
      for (const each of pair) expect(await changeRole(cast.root, each, 'owner')).toEqual({ ok: true })
      expect(await changeRole(cast.root, cast.root, 'operator')).toEqual({ ok: true })
      const withdraw = (by: OperatorCaller, { id }: OperatorCaller) =>
        cast.run({ type: 'operator.revoke', operator: id }, by.actor)
      const act =
        how === 'withdraw each other' ? withdraw : (by: OperatorCaller, of: OperatorCaller) => changeRole(by, of, 'operator')
      const outcomes = await Promise.all([act(one, two), act(two, one)])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      await giveBack(outcomes[0]?.ok ? one : two)
    },
  )

  test('[AU30] an administrator who was withdrawn does not come back by an invitation he made before', async () => {
    const mole = await cast.newOperator('Mole', 'administrator', [])
    const [early, late] = [await invite(mole, 'administrator'), await invite(mole, 'operator')]
    expect(await ask('POST /api/invitations/find', { body: { token: early } })).toMatchObject({ status: 200 })
    expect((await accept(late, 'Lucky')).status).toBe(200)
    await cast.run({ type: 'operator.revoke', operator: mole.id }, cast.root.actor)
    expect(await ask('POST /api/invitations/find', { body: { token: early } })).toMatchObject({ status: 404 })
    expect(await accept(early, 'Mole again')).toMatchObject({ status: 404, refused: 'not-found' })
    const rows = await invitationsFor(cast.root)
    const states = rows.filter(({ by }) => by.id === mole.id).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['accepted', 'ended'])
  })

  test('[AU30] nor by one that ended while it was accepted: the right is asked for again, under lock', async () => {
    for (let i = 0; i < 5; i++) {
      const mole = await cast.newOperator(`Mole${i}`, 'administrator', [])
      const token = await invite(mole, 'administrator')
      const [revoked, accepted] = await Promise.all([
        cast.run({ type: 'operator.revoke', operator: mole.id }, cast.root.actor),
        cast.run(joining(token, `again${i}`), { kind: 'system', id: 'testkit' }),
      ])
      expect(revoked).toEqual({ ok: true })
      const rows = await site.server.store.reads
        .selectFrom('invitation')
        .select(['accepted_at', 'ending'])
        .where('invited_by', '=', mole.id)
        .execute()
      expect(rows).toEqual([
        accepted.ok ? { accepted_at: site.clock.now(), ending: null } : { accepted_at: null, ending: 'maker' },
      ])
    }
  })

  test('[AU30] an administrator who becomes an operator has no open invitation and no reset link any more', async () => {
    const ida = await cast.newOperator('Ida', 'administrator', [])
    const [token, link] = [await invite(ida, 'operator'), await resetLink(ida, cast.bob)]
    expect(await ask('POST /api/reset/look', { body: { token: link } })).toMatchObject({ status: 200, email: 'bob@example.org' })
    await changeRole(cast.root, ida, 'operator')
    expect(await accept(token, 'Nobody')).toMatchObject({ status: 404 })
    expect(await ask('POST /api/reset', { body: { token: link, password: NEW_PASSWORD } })).toMatchObject({ status: 404 })
    await changeRole(cast.root, ida, 'administrator')
    expect(await accept(token, 'Nobody')).toMatchObject({ status: 404 })
  })

  test('[AU30] invitations are listed with maker, role, channels, end and state, and the open ones are cancelled', async () => {
    const token = await invite(cast.ada, 'administrator', [MAIN])
    const rows = await invitationsFor(cast.ada)
    const own = rows.find(({ by, state }) => by.id === cast.ada.id && state === 'open')
    const week = 7 * 24 * 60 * 60_000
    expect(own).toMatchObject({
      by: { name: 'Ada' },
      role: 'administrator',
      channels: [MAIN],
      expiresAt: site.clock.now() + week,
    })
    if (!own) throw new Error('no invitation of Ada')
    expect(await cast.run({ type: 'invitation.cancel', invitation: own.id }, cast.root.actor)).toEqual({ ok: true })
    expect(await accept(token, 'Nobody')).toMatchObject({ status: 404 })
    const after = await invitationsFor(cast.ada)
    expect(after.find(({ id }) => id === own.id)?.state).toBe('cancelled')
    expect(await cast.run({ type: 'invitation.cancel', invitation: own.id }, cast.ada.actor)).toEqual({ ok: true })
  })

  test('[AU35] a reset link is good once, instead of the former ones; it ends all sessions and begins none', async () => {
    const { pam: kim, phone } = await withPhone('Kim')
    const [former, link] = [await resetLink(cast.ada, kim), await resetLink(cast.ada, kim)]
    const reset = (token: string, password = NEW_PASSWORD) => ask('POST /api/reset', { body: { token, password } })
    expect(await reset(former)).toMatchObject({ status: 404 })
    expect(await reset(link, 'kim@example.org')).toMatchObject({ status: 400, refused: 'weak-password' })
    const used = await reset(link)
    expect([used.status, used.cookies]).toEqual([200, []])
    expect(await phone.socket.ended).toMatchObject({ code: CLOSE.revoked })
    for (const caller of [kim, phone.caller])
      expect(await ask('GET /api/sessions', { as: caller })).toMatchObject({ status: 401 })
    expect(await reset(link)).toMatchObject({ status: 404 })
    expect(await signIn('kim@example.org', NEW_PASSWORD)).toMatchObject({ status: 200 })
  })

  test('[AU35] nobody resets himself, nor an administrator an owner, be it that he became one later', async () => {
    const offer = (by: OperatorCaller, { id }: OperatorCaller) =>
      ask(`POST /api/operators/${id}/reset`, { as: by, body: { clears: 'nothing' } })
    const { root } = cast
    expect(await offer(cast.ada, cast.ada)).toMatchObject({ status: 403 })
    expect(await offer(cast.ada, root)).toMatchObject({ status: 403 })
    expect(await offer(cast.ann, cast.bob)).toMatchObject({ status: 403 })
    expect(await offer(cast.ada, cast.rick)).toMatchObject({ status: 404 })
    const tom = await cast.newOperator('Tom', 'operator', [])
    const link = await resetLink(cast.ada, tom)
    await changeRole(root, tom, 'owner')
    expect(await ask('POST /api/reset/look', { body: { token: link } })).toMatchObject({ status: 404 })
    await changeRole(root, tom, 'operator')
  })

  test('[AU35] a reset link expires after an hour', async () => {
    const link = await resetLink(cast.ada, cast.olaf)
    await site.clock.leap(RESET_MS - 1)
    expect(await ask('POST /api/reset/look', { body: { token: link } })).toMatchObject({ status: 200 })
    await site.clock.move(1)
    expect(await ask('POST /api/reset/look', { body: { token: link } })).toMatchObject({ status: 404 })
  })

  /** Somebody with a second session, whose connection is open. */
  async function withPhone(name: string) {
    const pam = await cast.newOperator(name, 'operator', [MAIN])
    const caller = await cast.newSession(pam.id)
    const socket = await openRawSocket(site.url, { headers: caller.headers })
    socket.say(operatorHello())
    await socket.hears('welcome')
    return { pam, phone: { caller, socket } }
  }

  /** The last owner makes Root one again, who takes the ownership back. */
  async function giveBack(last: OperatorCaller): Promise<void> {
    if (last.id === cast.root.id) return
    expect(await changeRole(last, cast.root, 'owner')).toEqual({ ok: true })
    expect(await changeRole(cast.root, last, 'operator')).toEqual({ ok: true })
  }

  const changeRole = (by: OperatorCaller, { id }: OperatorCaller, role: Role) =>
    cast.run({ type: 'operator.change-role', operator: id, role }, by.actor)

  async function sessionsOf(as: OperatorCaller, before = ''): Promise<{ sessions: SessionRowView[]; more: boolean }> {
    return (await ask(`GET /api/sessions${before && `?before=${before}`}`, { as })) as never // the route's answer
  }
  async function invitationsFor(as: OperatorCaller): Promise<InvitationRowView[]> {
    return (await ask('GET /api/invitations', { as }))['invitations'] as InvitationRowView[] // the route's answer
  }
  async function invite(as: OperatorCaller, role: string, channels: string[] = []): Promise<string> {
    const { link } = await ask('POST /api/invitations', { as, body: { role, channels } })
    return tokenIn(String(link))
  }
  async function resetLink(as: OperatorCaller, { id }: OperatorCaller): Promise<string> {
    const { link } = await ask(`POST /api/operators/${id}/reset`, { as, body: { clears: 'nothing' } })
    return tokenIn(String(link))
  }
  const accept = (token: string, name: string) =>
    ask('POST /api/invitations/accept', { body: { token, name, email: `${newId()}@example.org`, password: NEW_PASSWORD } })
  const signIn = (email: string, password: string, more = {}) => ask('POST /api/session', { body: { email, password, ...more } })
})

const tokenIn = (link: string): string => /token=([\w-]+)/.exec(link)?.[1] ?? ''
const joining = (token: string, name: string) =>
  ({
    type: 'operator.join',
    tokenHash: hashToken(token),
    operator: newId<OperatorId>(),
    name,
    email: `${name}@example.org`,
    passwordHash: 'none',
  }) as const
