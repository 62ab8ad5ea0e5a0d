// A PostgreSQL whose connections are ended, whose path swallows what is said, or that is set up to forget.
import type { CommandId, VisitorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { passUntil } from '@portico/testkit/clock'
import { eventually } from '@portico/testkit/eventually'
import { MAIN, visitor } from '@portico/testkit/person'
import { openSite, type Site } from '@portico/testkit/site'
import { openTcpProxy } from '@portico/testkit/tcp-proxy'
import { admin, createPostgres, through, type TestDatabase } from '@portico/testkit/test-database'
import { CompiledQuery, sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { registry } from '../registry.ts'
import { startServer } from '../server.ts'
import { openPostgresStore } from '../store.ts'
import { system } from './actor.ts'
import { transactionsOn } from './db/dialect.ts'
import { faultOf, UnknownOutcome } from './db/faults.ts'
import { schedule } from './due.ts'
import { must } from './must.ts'

const TERMINATIONS = 15
const WORDS = 30
const NODES = 3
const RESUMES_MS = 10_000
const postgres = inject('postgres')

describe.skipIf(postgres === null)('on PostgreSQL', () => {
  test('[ST30] backends that are terminated again and again end nothing: each message is there once, in order', async () => {
    const database = await createPostgres(must(postgres))
    const site = await openSite(database)
    const vera = await visitor(site, 'Vera')
    const { conversation } = await vera.open('first')
    const words = Array.from({ length: WORDS }, (_, n) => `word ${n}`)
    const said = words.map((text) => vera.say(conversation, text))
    let all = false
    const answered = Promise.all(said).then((each) => {
      all = true
      return each.map(({ outcome }) => outcome.ok)
    })
    for (let i = 0; i < TERMINATIONS; i++) {
      await terminate(database)
      await site.clock.move(200)
    }
    await passUntil(site.clock, () => all)
    expect(new Set(await answered)).toEqual(new Set([true]))
    expect(site.faults.filter(({ what }) => what === 'fatal')).toEqual([])
    const reads = site.server.store.reads
    const { rows } = await sql<{ text: string }>`select text from line where kind = 'message' order by ordinal`.execute(reads)
    expect(rows.map(({ text }) => text)).toEqual(['first', ...words])
    await site.close()
  })

  test('[ST31] a path that swallows what is said holds nobody up: who asks is told to try again, and all goes on within 10 s of its return, due work too', async () => {
    const { site, proxy } = await openByProxy()
    const vera = await visitor(site, 'Vera')
    const { conversation } = await vera.open('first')
    await makeDue(site)
    proxy.swallow()
    const [asked, ran] = await Promise.all([fetch(`${site.url}/api/start`), site.server.store.road.run(recognise(site, 'lost'))])
    expect([asked.status, await asked.json()]).toMatchObject([503, { refused: 'retry' }])
    expect(ran).toMatchObject({ refused: 'retry' })
    await site.clock.move(1000)
    const said = vera.say(conversation, 'said meanwhile')

    proxy.restore()
    const since = performance.now()
    let resumed = false
    const passing = passUntil(site.clock, () => resumed)
    await eventually(async () => expect((await fetch(`${site.url}/api/start`)).status).toBe(200))
    expect((await said).outcome).toEqual({ ok: true })
    await eventually(async () => expect(await countDue(site)).toBe(0))
    resumed = true
    await passing
    expect(performance.now() - since).toBeLessThan(RESUMES_MS)
    expect(site.faults.filter(({ what }) => what === 'fatal')).toEqual([])
    await site.close()
    proxy.close()
  })

  test('[ST32] when no answer comes to a commit nothing is answered, and the retry is told what became of it', async () => {
    const { site, proxy } = await openByProxy()
    const frame = recognise(site, 'unheard')
    proxy.cutAfter('commit')
    await expect(site.server.store.road.run(frame)).rejects.toThrow(UnknownOutcome)
    expect(await site.server.store.road.run(frame)).toEqual({ ok: true })
    const reads = site.server.store.reads
    const kept = await sql`select 1 from visitor_token where token_hash = 'unheard'`.execute(reads)
    expect(kept.rows).toHaveLength(1)

    const inTransaction = transactionsOn(reads)
    const swallowed = inTransaction(async (tx) => {
      await schedule(tx, { ...refreshing, key: 'none', at: 0 })
      await tx.executeQuery(CompiledQuery.raw('select nothing')).catch(() => {})
    })
    await expect(swallowed, 'a commit that is answered by a rollback').rejects.toThrow('rolled back')
    expect(await countDue(site)).toBe(0)
    await site.close()
    proxy.close()
  })

  test('[ST33] nodes that start together on an empty database all start, and none answers before a commit is durable', async () => {
    const database = await createPostgres(must(postgres))
    const name = new URL(database.environment['PORTICO_DATABASE'] ?? '').pathname.slice(1)
    await admin(must(postgres), `alter database ${name} set synchronous_commit = off`)
    const options = { host: '127.0.0.1', port: 0, trusted: [], onFault: () => {}, onFatal: () => {} }
    const clock = { now: () => 0, after: () => () => {} }
    const nodes = await Promise.all(
      Array.from({ length: NODES }, () => startServer({ ...options, clock, openStore: database.open })),
    )
    for (const { store, setupToken } of nodes) {
      expect(setupToken).toBeDefined()
      const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(store.reads)
      expect(rows).toEqual([{ synchronous_commit: 'on' }])
    }
    for (const node of nodes) await node.close()
    await database.drop()
  })

  test('[ST34] a PostgreSQL that may forget is named at each start; one that will not be durable at all is refused', async () => {
    const database = await createPostgres(must(postgres))
    const url = database.environment['PORTICO_DATABASE'] ?? ''
    const lines: string[] = []
    const heard = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {}, onWarning: (line: string) => lines.push(line) }
    // Its settings cannot be changed for one database: this one finds them in a table of its own.
    await admin(url, `create schema other; create table other.pg_settings as select name, setting from pg_catalog.pg_settings`)
    await admin(url, `alter database ${new URL(url).pathname.slice(1)} set search_path = public, other, pg_catalog`)
    await admin(url, `update other.pg_settings set setting = 'off' where name in ('fsync', 'full_page_writes')`)
    const store = await database.open({ registry, at: 0, ...heard })
    await store.close()
    expect(lines.toSorted()).toEqual([expect.stringContaining('fsync = off'), expect.stringContaining('full_page_writes = off')])

    await admin(url, `update other.pg_settings set setting = 'off' where name = 'synchronous_commit'`)
    await expect(database.open({ registry, at: 0, ...heard })).rejects.toThrow('synchronous_commit = off')
    await database.drop()
  })

  test('[ST35] whose address asks for a certificate gets an encrypted way or none', async () => {
    const database = await createPostgres(must(postgres))
    const url = `${database.environment['PORTICO_DATABASE'] ?? ''}?sslmode=verify-full`
    const heard = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {} }
    const opened = openPostgresStore(url, { registry, at: 0, ...heard })
    await expect(opened).rejects.toThrow('The server does not support SSL connections')
    await expect(opened.catch(faultOf)).resolves.toBe('away')
    await database.drop()
  })
})

const terminate = ({ environment }: TestDatabase) =>
  admin(
    environment['PORTICO_DATABASE'] ?? '',
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )

async function openByProxy() {
  const database = await createPostgres(must(postgres))
  const { hostname: host, port } = new URL(database.environment['PORTICO_DATABASE'] ?? '')
  const proxy = await openTcpProxy({ host, port: Number(port) })
  return { proxy, site: await openSite(through(database, proxy.port)) }
}

const recognise = ({ clock }: Site, tokenHash: string) => ({
  id: newId<CommandId>(),
  command: { type: 'visitor.recognise', visitor: `v-${tokenHash}` as VisitorId, tokenHash } as const, // within an id's alphabet
  actor: system('auth'),
  at: clock.now(),
})

const refreshing = {
  capability: 'presence',
  about: 'site:name',
  command: { type: 'lobby.refresh', channels: [MAIN] },
} as const

/** Due in half a second. */
async function makeDue({ server, clock }: Site): Promise<void> {
  const at = clock.now() + 500
  await transactionsOn(server.store.reads)((tx) => schedule(tx, { ...refreshing, key: 'test', at }))
}

async function countDue({ server }: Site): Promise<number> {
  const rows = await server.store.reads.selectFrom('job').select('id').where('key', 'in', ['test', 'none']).execute()
  return rows.length
}
