import { PASSWORD } from '@portico/testkit/account'
import { configure } from '@portico/testkit/configure'
import { passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { openFakeSmtp, type FakeSmtp } from '@portico/testkit/fake-smtp'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openStaffedSite, post, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smtpMail } from '../platform/mail/smtp-mail.ts'

const OK = { ok: true }

onEachDatabase((create) => {
  let smtp: FakeSmtp
  let site: StaffedSite
  beforeAll(async () => {
    smtp = await openFakeSmtp()
    const server = { host: '127.0.0.1', port: smtp.port, secure: false, user: undefined, password: '', from: 'chat@example.org' }
    site = await openStaffedSite(await create(), { openMail: (siteName) => smtpMail(server, siteName) })
  })
  afterAll(async () => {
    await closeSound(site)
    await smtp.close()
  })

  const waiting = (kind: 'due' | 'delivery') =>
    site.server.store.reads
      .selectFrom('job')
      .select(['what', 'line', 'destination'])
      .where('kind', '=', kind)
      .where('capability', '=', 'thanks')
      .orderBy('line')
      .execute()

  test('[TH1] a visitor thanks once, everybody in the conversation sees it, and a minute later it is not counted any more', async () => {
    const { ann } = site
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Did it arrive?')
    const unwatch = ann.live.watch(`conversation:${conversation}`)
    await present(() => ann.live.view(`conversation:${conversation}`))
    const give = { type: 'thanks.give', conversation } as const
    expect([await vera.send(give), await vera.send(give)]).toEqual([OK, OK])
    await present(() => vera.live.view(`chat:${conversation}`)?.thankedAt)
    await present(() => ann.live.view(`conversation:${conversation}`)?.thankedAt)
    await present(() => ann.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation)?.thankedAt)
    await present(() => ann.live.view(`channel:${MAIN}`)?.thanksLately === 1)
    expect(await waiting('due')).toMatchObject([{ what: 'thanks.forget', line: `thanks conversation:${conversation}` }])
    await site.verify()
    await passUntil(site.clock, () => ann.live.view(`channel:${MAIN}`)?.thanksLately === 0)
    expect(await waiting('due')).toEqual([])
    await site.verify()
    unwatch()
  })

  test('[TH2] a channel that takes no thanks gets none, and visitors are told in their language', async () => {
    const told = async (locale: string) =>
      ((await (await fetch(`${site.url}/widget/${MAIN}/config.json?locale=${locale}`)).json()) as { options: object }).options // the route's answer
    expect(await told('fr')).toMatchObject({ takesThanks: true, thanksAnswer: 'Je vous en prie !' })
    expect(await told('en')).toMatchObject({ thanksAnswer: 'You are welcome!' })
    expect(await configure(site.root.send, { ...site, channel: MAIN, changes: { takesThanks: false } })).toEqual(OK)
    const victor = await site.visit('Victor')
    const { conversation } = await victor.open('Thank you anyway')
    expect(await victor.send({ type: 'thanks.give', conversation })).toEqual({ ok: false, refused: 'forbidden' })
    expect(await configure(site.root.send, { ...site, channel: MAIN, changes: { takesThanks: true } })).toEqual(OK)
    await site.verify()
  })

  test('[TH3] whoever has helped gets one mail for it, in his language, and no command waits for it', async () => {
    const { ann, bob } = site
    const signIn = { email: 'bob@example.org', password: PASSWORD }
    expect((await post(site, '/api/session', signIn, { 'accept-language': 'fr' })).status).toBe(200)
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Is it still there?')
    expect(await ann.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    expect((await bob.say(conversation, 'I have looked: it is.')).outcome).toEqual(OK)
    expect(await vera.send({ type: 'thanks.give', conversation })).toEqual(OK)
    expect(smtp.mails).toEqual([])
    const lines = [ann, bob].map(({ id }) => `mail.thanks ${id}`).sort()
    expect(await waiting('delivery')).toEqual(lines.map((line) => ({ what: 'mail.thanks', line, destination: 'mail' })))
    await passUntil(site.clock, () => smtp.mails.length === 2)
    await eventually(async () => expect(await waiting('delivery')).toEqual([]))
    expect(Object.fromEntries(smtp.mails.map(({ to, data }) => [to, /^Subject: (.*)$/m.exec(data)?.[1]?.trim()]))).toEqual({
      'ann@example.org': 'A visitor thanks you',
      'bob@example.org': 'Un visiteur vous remercie',
    })
    await site.verify()
  })
})
