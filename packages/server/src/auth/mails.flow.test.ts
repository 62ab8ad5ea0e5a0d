import { onEachDatabase } from '@portico/testkit/databases'
import { openCast, type Cast } from '@portico/testkit/cast'
import { eventually } from '@portico/testkit/eventually'
import { openFakeSmtp, type FakeSmtp } from '@portico/testkit/fake-smtp'
import { PASSWORD } from '@portico/testkit/account'
import { openSite, post, type Site } from '@portico/testkit/site'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { smtpMail } from '../platform/mail/smtp-mail.ts'
import { MAILS_PER_ADDRESS_AND_HOUR } from './mail-limits.ts'

const HOUR_MS = 60 * 60 * 1000
const ORIGIN = 'http://chat.example.org'

onEachDatabase((create) => {
  let smtp: FakeSmtp
  let site: Site
  let cast: Cast

  const ask = (of: string, body: object = { clears: 'nothing', locale: 'en' }) =>
    post(site, `/api/operators/${of}/reset-mail`, body, cast.ada.headers)
  const arrived = (count: number) => eventually(() => expect(smtp.mails).toHaveLength(count))
  /** The text part, as it was before it was wrapped for the way. */
  const textOf = (n: number) => (smtp.mails[n]?.data ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=')
  const tokenIn = (n: number) => /reset#token=([\w-]{43})/.exec(textOf(n))?.[1] ?? ''
  const use = (token: string) => post(site, '/api/reset', { token, password: `${PASSWORD} ${token.slice(0, 9)}` })

  beforeEach(async () => {
    smtp = await openFakeSmtp()
    const server = { host: '127.0.0.1', port: smtp.port, secure: false, user: undefined, password: '', from: 'chat@example.org' }
    site = await openSite(await create(), { publicUrl: ORIGIN, openMail: (siteName) => smtpMail(server, siteName) })
    cast = await openCast(site)
  })
  afterEach(async () => {
    await site.close()
    await smtp.close()
  })

  test('[AU80] a link for a new password goes to the account’s own address, and its hash is there before it', async () => {
    expect((await ask(cast.bob.id)).status).toBe(200)
    await site.clock.move(1000)
    await arrived(1)
    expect(smtp.mails[0]?.to).toBe('bob@example.org')
    expect(textOf(0)).toContain(`${ORIGIN}/reset#token=`)
    expect((await use(tokenIn(0))).status).toBe(200)
    expect((await use(tokenIn(0))).status).toBe(404)
    const kept = await site.server.store.reads.selectFrom('job').selectAll().where('kind', '=', 'delivery').execute()
    expect(kept).toEqual([])
  })

  test('[AU86] to somebody with an account it is written in the language in which he last signed in', async () => {
    const signIn = { email: 'bob@example.org', password: PASSWORD }
    expect((await post(site, '/api/session', signIn, { 'accept-language': 'fr-CA, en;q=0.5' })).status).toBe(200)
    await ask(cast.bob.id)
    await ask(cast.ann.id)
    await site.clock.move(1000)
    await arrived(2)
    const french = (to: string) => /nouveau mot de passe/.test(textOf(smtp.mails.findIndex((mail) => mail.to === to)))
    expect([french('bob@example.org'), french('ann@example.org')]).toEqual([true, false])
    // What says nothing of languages changes nothing.
    await post(site, '/api/session', signIn, { 'accept-language': 'de' })
    await ask(cast.bob.id)
    await site.clock.move(1000)
    await arrived(3)
    expect(textOf(2)).toContain('nouveau mot de passe')
  })

  test('[AU80] [JB26] a further try makes another link, and the former one opens nothing', async () => {
    smtp.answerTo = () => '450 later'
    await ask(cast.bob.id)
    await site.clock.move(1000)
    await eventually(() => expect(site.faults.length).toBeGreaterThan(0))
    const hashes = () => site.server.store.reads.selectFrom('password_reset').selectAll().where('ended_at', 'is', null).execute()
    const [first] = await hashes()
    smtp.answerTo = () => undefined
    await eventually(async () => {
      await site.clock.move(7000)
      expect(smtp.mails).toHaveLength(1)
    })
    const open = await hashes()
    expect(open).toHaveLength(1)
    expect(open[0]?.token_hash).not.toBe(first?.token_hash)
    expect((await use(tokenIn(0))).status).toBe(200)
    site.faults.length = 0
  })

  test('[AU81] one that is refused for an hour holds up no other', async () => {
    smtp.answerTo = (to) => (to === 'bob@example.org' ? '450 later' : undefined)
    await ask(cast.bob.id)
    await ask(cast.ann.id)
    await ask(cast.olaf.id)
    await site.clock.move(1000)
    await arrived(2)
    expect(smtp.mails.map(({ to }) => to).sort()).toEqual(['ann@example.org', 'olaf@example.org'])
    await site.clock.move(HOUR_MS)
    smtp.answerTo = () => undefined
    await eventually(async () => {
      await site.clock.leap(HOUR_MS)
      expect(smtp.mails).toHaveLength(3)
    })
  })

  test('[AU82] at most three an hour go to one account, and the next may wait', async () => {
    for (let n = 0; n < MAILS_PER_ADDRESS_AND_HOUR; n++) expect((await ask(cast.bob.id)).status).toBe(200)
    const refused = await ask(cast.bob.id)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ refused: 'retry', afterMs: HOUR_MS })
    expect((await ask(cast.ann.id)).status).toBe(200)
    await site.clock.leap(HOUR_MS)
    expect((await ask(cast.bob.id)).status).toBe(200)
  })

  test('[AU83] a name begins no header and no HTML, in neither language', async () => {
    const name = 'Bob\u2028Bcc: olaf@example.org <b>&"'
    await cast.run({ type: 'operator.rename', name }, cast.bob.actor)
    await cast.run({ type: 'site.rename', name: 'Tea\u202e <i>House</i>, "Ltd"' }, cast.root.actor)
    await ask(cast.bob.id, { clears: 'nothing', locale: 'fr' })
    await site.clock.move(1000)
    await arrived(1)
    const [head = ''] = (smtp.mails[0]?.data ?? '').split('\r\n\r\n')
    expect(head).not.toMatch(/^bcc:/im)
    expect(head).not.toContain('\u202e')
    expect(head).toMatch(/^Auto-Submitted: auto-generated/im)
    const html = textOf(0).slice(textOf(0).indexOf('<!doctype html>'))
    expect(html).toContain('&lt;b&gt;')
    expect(html).not.toContain('<b>')
    expect(smtp.mails).toHaveLength(1)
    expect(smtp.mails[0]?.to).toBe('bob@example.org')
  })

  test('[AU85] an invitation goes to the address that was written, and only its own link lets in', async () => {
    const wished = { role: 'operator', channels: ['main'], email: 'carla@example.org', locale: 'fr' }
    const asked = await post(site, '/api/invitations/mail', wished, cast.ada.headers)
    expect(asked.status).toBe(200)
    expect(await asked.json()).toEqual({ expiresAt: expect.any(Number) })
    await site.clock.move(1000)
    await arrived(1)
    expect(smtp.mails[0]?.to).toBe('carla@example.org')
    const token = /join#token=([\w-]{43})/.exec(textOf(0))?.[1] ?? ''
    const account = { name: 'Carla', email: 'carla@example.org', password: `${PASSWORD} of hers`, token }
    expect((await post(site, '/api/invitations/accept', account)).status).toBe(200)
    const wrong = { ...wished, email: 'carla@example.org,olaf@example.org' }
    const refused = await post(site, '/api/invitations/mail', wrong, cast.ada.headers)
    expect(refused.status).toBe(400)
  })

  test('[AU84] whoever asked and may not any more sends nothing', async () => {
    await ask(cast.bob.id)
    await cast.run({ type: 'operator.change-role', operator: cast.ada.id, role: 'operator' }, cast.root.actor)
    await site.clock.move(1000)
    await eventually(async () =>
      expect(await site.server.store.reads.selectFrom('job').selectAll().where('kind', '=', 'delivery').execute()).toEqual([]),
    )
    expect(smtp.mails).toEqual([])
  })
})
