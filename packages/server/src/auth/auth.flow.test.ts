import type { SessionRowView } from '@portico/protocol/auth'
import { CLOSE } from '@portico/protocol/close-codes'
import type { CommandId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { handClock } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, operator, type Operator } from '@portico/testkit/person'
import { PASSWORD } from '@portico/testkit/account'
import {
  closeSound,
  openSite,
  openStaffedSite,
  OTHER,
  post,
  signedIn,
  type Site,
  type StaffedSite,
  tokenOf,
} from '@portico/testkit/site'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../platform/actor.ts'
import type { AnyCommand } from '../platform/capability.ts'
import { startServer } from '../server.ts'
import { SESSION_MS, SETUP_OFFER_MS, SETUP_OFFERS_MAX } from './account.ts'
import { INVITATION_MS } from './invitation.ts'
import { mintToken } from './token.ts'

const account = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org`, password: PASSWORD })

onEachDatabase((create) => {
  describe('an empty place', () => {
    let site: Site
    beforeAll(async () => {
      site = await openSite(await create())
    })
    afterAll(() => closeSound(site))

    test('[AU10] the link on the terminal makes the owner, once', async () => {
      const owner = { ...account('Root'), siteName: 'Barro e Sal', colour: '#8a3b26' }
      expect(await start()).toMatchObject({ needsSetup: true, signedIn: null, lacksSecondFactor: false, untrustedProxy: null })
      expect((await post(site, '/api/setup', { ...owner, token: mintToken() })).status).toBe(404)
      const weak = await post(site, '/api/setup', { ...owner, token: site.server.setupToken, password: '123456789' })
      expect([weak.status, await weak.json()]).toMatchObject([400, { refused: 'invalid' }])

      const { id, cookie } = await signedIn(await post(site, '/api/setup', { ...owner, token: site.server.setupToken }))
      expect(await start(cookie)).toEqual({
        needsSetup: false,
        siteName: 'Barro e Sal',
        publicUrl: site.url,
        signedIn: id,
        lacksSecondFactor: false,
        sendsMail: false,
        untrustedProxy: null,
      })
      const again = await post(site, '/api/setup', { ...owner, ...account('Eve'), token: site.server.setupToken })
      expect([again.status, await again.json()]).toMatchObject([404, { refused: 'not-found' }])
      const config = (await (await fetch(`${site.url}/widget/${MAIN}/config.json`)).json()) as object // the route's answer
      expect(config).toMatchObject({ siteName: 'Barro e Sal', options: { appearance: { header: '#8a3b26' } } })
    })

    async function start(cookie = ''): Promise<object> {
      return (await (await fetch(`${site.url}/api/start`, { headers: { cookie } })).json()) as object // the route's answer
    }
  })

  test('[AU10][ST9] each start prints a link, and all are good until there is an owner; then none is printed', async () => {
    const database = await create()
    const options = { clock: handClock(), host: '127.0.0.1', port: 0, trusted: [], onFault: () => {}, onFatal: () => {} }
    const start = () => startServer({ ...options, openStore: database.open })
    const first = await start()
    await first.close()
    const second = await start()
    expect(second.setupToken).not.toBe(first.setupToken)
    const owner = { ...account('Root'), siteName: 'Barro e Sal', colour: '#8a3b26' }
    const madeBy = async (token: string | undefined) => (await post(second, '/api/setup', { ...owner, token })).status
    expect(await madeBy(first.setupToken)).toBe(200)
    expect(await madeBy(second.setupToken)).toBe(404)
    await second.close()
    const third = await start()
    expect(third.setupToken).toBeUndefined()
    await third.close()
    await database.drop()
  })

  test('[ST9] of unused links the newest twenty are good, for seven days', async () => {
    const site = await openSite(await create())
    const now = site.clock.now()
    const run = (command: AnyCommand, at: number) =>
      site.server.store.road.run({ id: newId<CommandId>(), command, actor: system('auth'), at })
    const offers = Array.from({ length: SETUP_OFFERS_MAX + 1 }, (_, n) => ({ tokenHash: `offer ${n}`, at: now + 1 + n }))
    for (const { tokenHash, at } of offers) await run({ type: 'setup.offer', tokenHash }, at)
    const operator = 'root' as OperatorId // within an id's alphabet
    const ownerBy = (tokenHash: string, at: number) =>
      run({ type: 'owner.create', tokenHash, operator, name: 'Root', email: 'root@example.org', passwordHash: 'none' }, at)

    expect(await ownerBy('offer 0', now + 100)).toMatchObject({ refused: 'not-found' })
    expect(await ownerBy('offer 1', now + 2 + SETUP_OFFER_MS)).toMatchObject({ refused: 'not-found' })
    expect(await ownerBy('offer 2', now + 2 + SETUP_OFFER_MS)).toEqual({ ok: true })
    await closeSound(site)
  })

  describe('a staffed place', () => {
    let site: StaffedSite
    beforeAll(async () => {
      site = await openStaffedSite(await create())
    })
    afterAll(() => closeSound(site))

    test('[AU11] an invitation is good once, for its role and its channels', async () => {
      const token = await invitation({ role: 'administrator', channels: [OTHER, 'nowhere'] })
      expect(await (await post(site, '/api/invitations/find', { token })).json()).toEqual({
        siteName: 'Barro e Sal',
        role: 'administrator',
      })
      const taken = await post(site, '/api/invitations/accept', { ...account('Ann'), token })
      expect([taken.status, await taken.json()]).toMatchObject([409, { refused: 'exists', detail: 'email' }])
      const ada = await operator(
        site,
        'Ada',
        await signedIn(await post(site, '/api/invitations/accept', { ...account('Ada'), token })),
      )
      await present(() => ada.live.view(`operator:${ada.id}`)?.me.channels.length === 1)
      expect(ada.live.view(`operator:${ada.id}`)?.me).toMatchObject({ role: 'administrator', channels: [OTHER] })
      await site.verify()
      expect((await post(site, '/api/invitations/accept', { ...account('Eve'), token })).status).toBe(404)
      expect((await post(site, '/api/invitations/find', { token })).status).toBe(404)
      ada.leave()
    })

    test('[AU12] signing in and out; a session that ended elsewhere does not keep one from signing in again', async () => {
      const first = await signIn('Bob')
      expect((await request(first.cookie, '/api/sessions')).status).toBe(200)
      const out = await fetch(`${site.url}/api/session`, { method: 'DELETE', headers: { cookie: first.cookie } })
      expect(out.status).toBe(200)
      expect((await request(first.cookie, '/api/sessions')).status).toBe(401)
      const again = await post(site, '/api/session', { email: 'BOB@example.org', password: PASSWORD }, { cookie: first.cookie })
      expect((await signedIn(again)).id).toBe(site.bob.id)
      expect(await (await request(first.cookie, '/api/start')).json()).toMatchObject({
        signedIn: null,
        lacksSecondFactor: false,
        untrustedProxy: null,
      })
    })

    test('[AU12] signing in ends the session that this browser had, and no other', async () => {
      const [former, elsewhere] = [await signIn('Bob'), await signIn('Bob')]
      const asked = { email: 'bob@example.org', password: PASSWORD }
      expect(
        (await post(site, '/api/session', { ...asked, password: 'not his password' }, { cookie: former.cookie })).status,
      ).toBe(401)
      expect((await request(former.cookie, '/api/sessions')).status).toBe(200)
      const next = await signedIn(await post(site, '/api/session', asked, { cookie: former.cookie }))
      const statuses = [former, elsewhere, next].map(async ({ cookie }) => (await request(cookie, '/api/sessions')).status)
      expect(await Promise.all(statuses)).toEqual([401, 200, 200])
    })

    test('[AU13] sessions are listed with their device, and each can be ended from another', async () => {
      const phone = await signIn('Ann', 'Phone é')
      const annsPhone = await operator(site, 'Ann’s phone', phone)
      const { sessions } = (await (await site.ann.request('/api/sessions')).json()) as { sessions: SessionRowView[] } // the route's answer
      const other = sessions.find(({ device }) => device.startsWith('Phone'))
      expect(sessions.filter(({ current }) => current)).toHaveLength(1)
      expect(other).toMatchObject({ device: 'Phone ', current: false, expiresAt: site.clock.now() + SESSION_MS })
      if (!other) throw new Error('no session of the phone')
      expect(await site.bob.send({ type: 'session.revoke', session: other.id })).toEqual({ ok: false, refused: 'not-found' })
      expect(annsPhone.live.link().state).toBe('online')
      expect(await site.ann.send({ type: 'session.revoke', session: other.id })).toEqual({ ok: true })
      await present(() => annsPhone.live.link().state === 'ended')
      expect(annsPhone.live.link()).toEqual({ state: 'ended', code: CLOSE.revoked })
      expect((await request(phone.cookie, '/api/sessions')).status).toBe(401)
      expect(site.ann.live.link().state).toBe('online')
      annsPhone.leave()
      await site.verify()
    })

    test('[AU14] accounts that are not there, wrong passwords and those sent away are answered alike, and as slowly', async () => {
      const tries = [
        { email: 'nobody@example.org', password: PASSWORD },
        { email: 'ann@example.org', password: 'not her password' },
      ]
      const answers = await Promise.all(
        tries.map(async (body) => {
          const response = await post(site, '/api/session', body, { 'x-forwarded-for': '10.3.0.1' })
          const headers = [...response.headers].filter(([name]) => name !== 'date')
          return { status: response.status, headers, text: await response.text() }
        }),
      )
      expect(answers[0]).toEqual({ ...answers[1], status: 401, text: '{"refused":"wrong-credentials"}' })
      expect(await cpuOf('nobody@example.org')).toBeGreaterThan((await cpuOf('bob@example.org')) / 3)
    })

    test('[AU15] a new name is everybody’s at once', async () => {
      expect(await site.bob.send({ type: 'operator.rename', name: '  Roberta ' })).toEqual({ ok: true })
      const nameAt = ({ live }: Operator) =>
        live.view<'settings'>('settings')?.colleagues.find(({ id }) => id === site.bob.id)?.name
      for (const person of [site.ann, site.olaf, site.root, site.bob]) await present(() => nameAt(person) === 'Roberta')
      await site.verify()
      const vera = await site.visit('Vera')
      const { conversation } = await vera.open('Who are you?')
      await site.bob.send({ type: 'conversation.accept', conversation })
      await present(() => vera.live.view(`chat:${conversation}`)?.phase.state === 'active')
      expect(vera.live.view(`chat:${conversation}`)?.phase).toMatchObject({ operators: [{ name: 'Roberta' }] })
      await site.verify()
    })

    test('[AU16][CV18] who is revoked is sent away at once, and what he held alone waits for somebody again', async () => {
      const token = await invitation({ role: 'operator', channels: [MAIN] })
      const rick = await operator(
        site,
        'Rick',
        await signedIn(await post(site, '/api/invitations/accept', { ...account('Rick'), token })),
      )
      const [vera, victor] = [await site.visit('Vera'), await site.visit('Victor')]
      const alone = (await vera.open('Rick?')).conversation
      const together = (await victor.open('Rick and Ann?')).conversation
      for (const conversation of [alone, together])
        expect(await rick.send({ type: 'conversation.accept', conversation })).toEqual({ ok: true })
      expect((await site.ann.say(together, 'I am here too.')).outcome).toEqual({ ok: true })
      await site.verify()

      expect(await site.root.send({ type: 'operator.revoke', operator: rick.id })).toEqual({ ok: true })
      await present(() => rick.live.link().state === 'ended')
      expect(rick.live.link()).toEqual({ state: 'ended', code: CLOSE.withdrawn })
      const asked = await rick.request('/api/sessions')
      expect([asked.status, await asked.json()]).toEqual([401, { refused: 'not-signed-in', detail: 'withdrawn' }])
      await present(() => vera.live.view(`chat:${alone}`)?.phase.state === 'requested')
      expect(vera.live.view(`chat:${alone}`)?.lines.at(-1)?.body).toEqual({ kind: 'notice', notice: 'left' })
      await present(() => victor.live.view(`chat:${together}`)?.lines.at(-1)?.body.kind === 'notice')
      expect(victor.live.view(`chat:${together}`)?.phase).toMatchObject({ state: 'active', operators: [{ name: 'Ann' }] })
      await site.verify()
      const settings = () => site.ann.live.view<'settings'>('settings')
      await present(() => settings()?.colleagues.every(({ id }) => id !== rick.id))
      expect(settings()?.presences.map((each) => each.operator)).not.toContain(rick.id)
      expect(settings()?.members.map((each) => each.operator)).not.toContain(rick.id)
      expect(await site.bob.send({ type: 'conversation.accept', conversation: alone })).toEqual({ ok: true })
      await site.verify()
      expect((await post(site, '/api/session', { email: 'rick@example.org', password: PASSWORD })).status).toBe(401)
      expect(await site.root.send({ type: 'channel.join', channel: OTHER, operator: rick.id })).toMatchObject({
        refused: 'not-found',
      })
    })

    // Moves time by days: nobody's session outlives it.
    test('[AU11] an invitation expires after seven days', async () => {
      const [late, inTime] = [
        await invitation({ role: 'operator', channels: [] }),
        await invitation({ role: 'operator', channels: [] }),
      ]
      for (const person of site.people) person.leave()
      await site.clock.leap(INVITATION_MS - 1)
      expect((await post(site, '/api/invitations/accept', { ...account('Tim'), token: inTime })).status).toBe(200)
      await site.clock.move(1)
      expect((await post(site, '/api/invitations/find', { token: late })).status).toBe(404)
      expect((await post(site, '/api/invitations/accept', { ...account('Lara'), token: late })).status).toBe(404)
    })

    test('[AU17] a session ends after twelve hours, wherever it is', async () => {
      const { cookie, id } = await signIn('Ann')
      await site.clock.leap(SESSION_MS - 4000)
      const ann = await operator(site, 'Ann', { id, cookie })
      expect((await request(cookie, '/api/sessions')).status).toBe(200)
      await site.clock.move(4000)
      expect((await request(cookie, '/api/sessions')).status).toBe(401)
      await site.clock.move(5000)
      await present(() => ann.live.link().state === 'ended')
      expect(ann.live.link()).toEqual({ state: 'ended', code: CLOSE.revoked })
    })

    async function invitation(body: { role: string; channels: string[] }): Promise<string> {
      const { link } = (await (await site.root.request('/api/invitations', { method: 'POST', body })).json()) as { link: string } // the route's answer
      return tokenOf(link)
    }
    const signIn = async (name: string, device = 'Desk') =>
      signedIn(
        await post(
          site,
          '/api/session',
          { email: `${name.toLowerCase()}@example.org`, password: PASSWORD },
          { 'user-agent': device },
        ),
      )
    const request = (cookie: string, path: string) => fetch(site.url + path, { headers: { cookie } })

    async function cpuOf(email: string): Promise<number> {
      const before = process.cpuUsage()
      for (let i = 0; i < 4; i++)
        await post(site, '/api/session', { email, password: 'guess' }, { 'x-forwarded-for': `10.3.1.${i}` })
      return process.cpuUsage(before).user
    }
  })
})
