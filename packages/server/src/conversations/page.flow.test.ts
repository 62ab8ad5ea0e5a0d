// Where a visitor is: of the address of his page arrives what operators need, and no secret in it.
import type { ConversationId } from '@portico/protocol/ids'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registry } from '../registry.ts'
import { newOptions } from '../channels/channel.ts'
import { optionsFrom } from '../channels/options.ts'
import { findChannel } from '../channels/reads.ts'
import type { Tx } from '../platform/db/database.ts'

const PAGE = {
  url: 'https://vera:secret-user@shop.example/bowls?colour=red&token=secret-token#access_token=secret-fragment',
  title: 'Bowls for secret-vera@shop.example',
}
const MASKED = { url: 'https://shop.example/bowls?colour=red&token=*', title: 'Bowls for *' }
const MIGRATION = '2026-11-26-page-addresses'
const quiet = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {}, at: 0 }

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  test('[CH40][CH42] whoever speaks the protocol without the widget stores no secret either', async () => {
    const before = site.ann.tap.received().length
    expect(await firstPage('Hello', PAGE)).toEqual(MASKED)
    expect(site.ann.tap.received().slice(before)).not.toContain('secret-')
    const { rows } = await sql<{ body: string }>`select body from event_log`.execute(site.server.store.reads)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('secret-')
  })

  test('[CH41] where the channel says so the query is not kept', async () => {
    const configured = { ...site, channel: MAIN, changes: { pageQuery: 'dropped' } } as const
    expect(await configure(site.root.send, configured)).toEqual({ ok: true })
    expect(await firstPage('Again', PAGE)).toEqual({ ...MASKED, url: 'https://shop.example/bowls' })
  })

  test('[CH40] options that were stored before there was this one say the safe thing', async () => {
    const { pageQuery: _, ...older } = optionsFrom({}).conversations
    const migrations = [
      ...registry.migrations,
      {
        name: 'options as they were',
        up: async (db: Tx) =>
          void (await db
            .updateTable('channel_part')
            .set({ body: JSON.stringify(older) })
            .where('part', '=', 'conversations')
            .execute()),
      },
    ]
    const database = await create()
    const { reads, close } = await database.open({ registry: { ...registry, migrations }, ...quiet })
    expect((await findChannel(reads, MAIN))?.options).toEqual(newOptions('Website'))
    await close()
    await database.drop()
  })

  async function firstPage(text: string, page: typeof PAGE): Promise<unknown> {
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open(text, { page })
    const row = () => site.ann.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation)
    await present(row)
    await site.verify()
    return row()?.page
  }
})

onEachDatabase((create) => {
  test('[CH40] addresses that were stored whole are masked when the server starts', async () => {
    const database = await create()
    const migrations = registry.migrations.filter(({ name }) => name !== MIGRATION)
    migrations.push({
      name: 'what was written before',
      up: async (db) => {
        for (let i = 0; i < 600; i++)
          await sql`insert into conversation (id, channel_id, visitor_id, opened_at, last_ordinal, visitor_lines, visitor_read,
            seen_ordinal, moved_at, excerpt, page_url, page_title) values (${`c${i}`}, 'main', 'v', 1, 0, 0, 0, 0, 1, '',
            ${i === 7 ? null : PAGE.url}, ${i === 7 ? null : PAGE.title})`.execute(db)
      },
    })
    await (await database.open({ registry: { ...registry, migrations }, ...quiet })).close()
    const now = [...migrations, ...registry.migrations.filter(({ name }) => name === MIGRATION)]
    const { reads, close } = await database.open({ registry: { ...registry, migrations: now }, ...quiet })
    try {
      const pages = await reads.selectFrom('conversation').select(['id', 'page_url as url', 'page_title as title']).execute()
      expect(pages).toHaveLength(600)
      for (const { id, ...page } of pages)
        expect(page).toEqual(id === ('c7' as ConversationId) ? { url: null, title: null } : MASKED)
    } finally {
      await close()
      await database.drop()
    }
  })
})
