import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { openFakeSmtp, type FakeSmtp } from '@portico/testkit/fake-smtp'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smtpMail } from '../platform/mail/smtp-mail.ts'

const ORIGIN = 'http://chat.example.org'

onEachDatabase((create) => {
  let smtp: FakeSmtp
  let site: StaffedSite
  beforeAll(async () => {
    smtp = await openFakeSmtp()
    const server = { host: '127.0.0.1', port: smtp.port, secure: false, user: undefined, password: '', from: 'chat@example.org' }
    site = await openStaffedSite(await create(), { publicUrl: ORIGIN, openMail: (siteName) => smtpMail(server, siteName) })
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
    await smtp.close()
  })

  const textOf = (n: number) => (smtp.mails[n]?.data ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=')

  test('[AM1][AM2][AM3][AM5][E20] a request that finds nobody is mailed once to each who is away and wishes it; while somebody is there, to nobody', async () => {
    const { ann, bob, root } = site
    const early = await site.visit('Early')
    await early.open('Somebody is there')
    expect(await bob.send({ type: 'absence-mails.set', on: false })).toEqual({ ok: true })
    await present(() => bob.live.view<'operator'>(`operator:${bob.id}`)?.absenceMails === false)
    for (const each of [ann, bob, root]) each.leave()
    const gone = () => site.olaf.live.view<'settings'>('settings')?.presences.filter(({ connectedAt }) => connectedAt !== null)
    await eventually(async () => {
      await site.clock.move(1000)
      expect(gone()).toHaveLength(1)
    })

    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Is it <b>open</b>?', {
      name: 'Vera\r\nBcc: all@example.org',
      email: 'vera@posteo.example',
    })
    await eventually(async () => {
      await site.clock.move(1000)
      expect(smtp.mails.map(({ to }) => to).toSorted()).toEqual(['ann@example.org', 'root@example.org'])
    })
    expect(textOf(0)).toContain('Is it <b>open</b>?')
    expect(textOf(0)).toContain('Is it &lt;b&gt;open&lt;/b&gt;?')
    expect(textOf(0)).toContain(`${ORIGIN}/inbox/${conversation}`)
    expect(textOf(0)).toContain('vera@posteo.example')
    expect(textOf(0)).not.toMatch(/^Bcc:/m)
    await vera.say(conversation, 'Hello?')
    await site.clock.move(5000)
    expect(smtp.mails).toHaveLength(2)

    // Nobody is to answer any more before a mail server takes them.
    smtp.answerTo = () => '450 later'
    const yuki = await site.visit('Yuki')
    const late = await yuki.open('Never mind')
    const waiting = () => site.server.store.reads.selectFrom('job').selectAll().where('what', '=', 'mail.absence').execute()
    await eventually(async () => {
      await site.clock.move(1000)
      expect((await waiting()).filter(({ tries }) => tries > 0)).toHaveLength(2)
    })
    await yuki.send({ type: 'conversation.close', conversation: late.conversation })
    smtp.answerTo = () => undefined
    await eventually(async () => {
      await site.clock.move(10_000)
      expect(await waiting()).toEqual([])
    })
    expect(smtp.mails).toHaveLength(2)
    site.faults.length = 0 // the mail server’s no was told
  })

  test('[AM3] where no mails are sent none is missing', async () => {
    const silent = await openStaffedSite(await create())
    for (const each of [silent.ann, silent.bob, silent.root]) each.leave()
    await eventually(async () => {
      await silent.clock.move(1000)
      const there = silent.olaf.live.view<'settings'>('settings')?.presences.filter(({ connectedAt }) => connectedAt !== null)
      expect(there).toHaveLength(1)
    })
    await (await silent.visit('Vera')).open('Is it open?')
    await eventually(async () => {
      await silent.clock.move(1000)
      expect(await silent.server.store.reads.selectFrom('absence_mail').selectAll().execute()).toHaveLength(3)
      const jobs = await silent.server.store.reads.selectFrom('job').select('what').execute()
      expect(jobs.filter(({ what }) => what === 'mail.absence')).toEqual([])
    })
    expect(silent.faults).toEqual([])
    await silent.close()
  })
})
