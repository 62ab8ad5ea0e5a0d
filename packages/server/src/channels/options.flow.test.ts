import { channelParts } from '@portico/protocol/options'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { closeSound, invite, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { optionsFrom } from './options.ts'

const OK = { ok: true }
const { channels, conversations } = optionsFrom({})

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  test('[CH50] of two who began from one version the second is told who was faster, and loses nothing of the other part', async () => {
    const { root } = site
    const ada = await invite(site, root, { name: 'Ada', channels: [MAIN], role: 'administrator' })
    const before = await publishedOf('conversations')
    const publish = { type: 'channel.configure', channel: MAIN, part: 'conversations', of: before } as const
    expect(await ada.send({ ...publish, options: { ...conversations, welcome: 'Ada’s' } })).toEqual(OK)
    const refused = { ok: false, refused: 'changed', by: { id: ada.id, name: 'Ada' } }
    expect(await root.send({ ...publish, options: { ...conversations, welcome: 'Root’s' } })).toEqual(refused)
    const other = { type: 'channel.configure', channel: MAIN, part: 'channels', of: await publishedOf('channels') } as const
    expect(await root.send({ ...other, options: { ...channels, name: 'Shop' } })).toEqual(OK)
    await present(() => root.live.view(`channel:${MAIN}`)?.options.channels.name === 'Shop')
    expect(root.live.view(`channel:${MAIN}`)?.options.conversations.welcome).toBe('Ada’s')
    expect(await root.send({ ...publish, of: before + 1, options: { ...conversations, welcome: 'Root’s' } })).toEqual(OK)
    expect(await root.send({ ...publish, of: before + 9, options: conversations })).toMatchObject({ refused: 'changed' })
    await site.verify()
  })

  test('[CH50] of ten who publish at once one does', async () => {
    const of = await publishedOf('conversations')
    const publish = { type: 'channel.configure', channel: MAIN, part: 'conversations', of } as const
    const sent = Array.from({ length: 10 }, (_, i) => ({ ...publish, options: { ...conversations, welcome: `Tab ${i}` } }))
    const outcomes = await Promise.all(sent.map((command) => site.root.send(command)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await publishedOf('conversations')).toBe(of + 1)
    await site.verify()
  })

  test('[CH51] what was live stays stored; what is live already makes no version', async () => {
    const { root } = site
    const welcomes = ['One', 'Two', 'Two']
    for (const welcome of welcomes) await configure(root.send, { ...site, channel: MAIN, changes: { welcome } })
    const rows = await site.server.store.reads
      .selectFrom('channel_part')
      .select(['version', 'body', 'by'])
      .where('channel_id', '=', MAIN)
      .where('part', '=', 'conversations')
      .orderBy('version', 'desc')
      .execute()
    expect(rows.slice(0, 2).map(({ body, by }) => [JSON.parse(body).welcome, by])).toEqual([
      ['Two', root.id],
      ['One', root.id],
    ])
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, i) => rows.length - i))
    await site.verify()
  })

  test('[CH53] visitors are told what is public, and nothing else', async () => {
    const told = async (query = '') => (await fetch(`${site.url}/widget/${MAIN}/config.json${query}`)).json()
    const config = (await told()) as { options: object } // the route's answer
    expect(Object.keys(config).sort()).toEqual([
      'answersInMs',
      'channel',
      'faces',
      'frame',
      'hours',
      'options',
      'shut',
      'siteName',
      'staffed',
    ])
    expect(Object.keys(config.options).sort()).toEqual(TOLD)
    expect(await told('?locale=fr-CA')).toEqual(config)
    const vera = await site.visit('Vera')
    expect(Object.keys(vera.live.view(`lobby:${MAIN}`)?.options ?? {}).sort()).toEqual(TOLD)
  })

  const publishedOf = async (part: keyof typeof channelParts) => {
    const view = await present(() => site.root.live.view(`channel:${MAIN}`))
    return view.published.find((each) => each.part === part)?.version ?? 0
  }
})

/** What every stranger may read. An option that is added here is one that the whole world may know. */
const TOLD = [
  'appearance',
  'asks',
  'asksWhen',
  'bearWithUsAfterMs',
  'identification',
  'name',
  'opensOnAnswer',
  'pageQuery',
  'previewsTyping',
  'reopenWithinMs',
  'welcome',
]

test('[CH52] options that were stored before there was some option read as its default', () => {
  expect(optionsFrom({ conversations: '{"welcome":"Bom dia"}' }).conversations).toEqual({ ...conversations, welcome: 'Bom dia' })
  expect(optionsFrom({ channels: '{"name":"Shop"}' }).conversations).toEqual(channelParts.conversations.defaults)
  const former = JSON.stringify({ ...conversations, asks: 'everything', welcome: 'Bom dia' })
  expect(optionsFrom({ conversations: former }).conversations).toEqual({ ...conversations, welcome: 'Bom dia' })
})
