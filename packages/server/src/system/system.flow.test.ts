import type { JobId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { JobsPage } from '@portico/protocol/system'
import { openCast, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { openFakeSmtp, type FakeSmtp } from '@portico/testkit/fake-smtp'
import { eventually } from '@portico/testkit/eventually'
import { openSite, post, readMetrics, type Site } from '@portico/testkit/site'
import { connectTo } from '@portico/testkit/toy-road'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { smtpMail } from '../platform/mail/smtp-mail.ts'

const ORIGIN = 'http://chat.example.org'

onEachDatabase((create) => {
  let smtp: FakeSmtp
  let site: Site
  let cast: Cast

  const page = async (state: string): Promise<JobsPage> => {
    const response = await fetch(`${site.url}/api/system/jobs?state=${state}`, { headers: cast.ada.headers })
    return (await response.json()) as JobsPage // the route's answer
  }
  /** A mail that the other side refuses for good. */
  async function failedMail(): Promise<JobId> {
    smtp.answerTo = () => '550 no such user bob@example.org'
    await post(site, `/api/operators/${cast.bob.id}/reset-mail`, { clears: 'nothing', locale: 'en' }, cast.ada.headers)
    await site.clock.move(1000)
    const [row] = await eventually(async () => {
      const { rows } = await page('parked')
      expect(rows).toHaveLength(1)
      return rows
    })
    return row?.id ?? newId<JobId>()
  }

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

  test('[SY1] administrators see what was given up and why, without the words of anybody', async () => {
    const id = await failedMail()
    const { rows, counts } = await page('parked')
    expect(rows).toMatchObject([{ id, kind: 'delivery', what: 'mail.reset', capability: 'auth', tries: 1 }])
    expect(rows[0]?.fault).toContain('550')
    expect(JSON.stringify(rows)).not.toContain('bob@example.org')
    expect(counts.parked).toBe(1)
    expect(await readMetrics(site)).toContain('portico_jobs_parked{kind="delivery"} 1')
  })

  test('[SY2] what was given up is tried again at a word, and is over when it has been done', async () => {
    const id = await failedMail()
    smtp.answerTo = () => undefined
    expect(await cast.run({ type: 'job.retry', job: id }, cast.ada.actor)).toEqual({ ok: true })
    await site.clock.move(1000)
    await eventually(() => expect(smtp.mails).toHaveLength(1))
    await eventually(async () => expect((await page('parked')).rows).toEqual([]))
    expect(await cast.run({ type: 'job.retry', job: id }, cast.ada.actor)).toMatchObject({ refused: 'not-found' })
  })

  test('[SY3] what is dropped is not done', async () => {
    const id = await failedMail()
    expect(await cast.run({ type: 'job.drop', job: id }, cast.ada.actor)).toEqual({ ok: true })
    smtp.answerTo = () => undefined
    await site.clock.move(60_000)
    expect((await page('parked')).counts.parked).toBe(0)
    expect(smtp.mails).toEqual([])
  })

  test('[SY4] many are told page by page, newest first, and counted to a thousand', async () => {
    const jobs = Array.from({ length: 1100 }, (_, i) => ({
      id: newId(site.clock.now() + i),
      kind: 'due' as const,
      line: `presence operator:${i}`,
      ordinal: 1,
      key: null,
      capability: 'presence',
      what: 'operator.vanish',
      destination: '',
      body: '{}',
      depth: 0,
      tries: 8,
      next_at: 0,
      kept_at: 0,
      parked_at: site.clock.now(),
      fault: 'gone',
    }))
    const db = connectTo(site.database)
    for (let first = 0; first < jobs.length; first += 100)
      await db
        .insertInto('job')
        .values(jobs.slice(first, first + 100))
        .execute()
    await db.destroy()
    const first = await page('parked')
    expect(first.rows).toHaveLength(50)
    expect(first.counts.parked).toBe(1001)
    const second = await page(`parked&before=${first.next}`)
    expect(second.rows).toHaveLength(50)
    expect((first.rows.at(-1)?.id ?? '') > (second.rows[0]?.id ?? '')).toBe(true)
  })
})
