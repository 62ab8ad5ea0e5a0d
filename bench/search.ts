import { statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { findConversations } from '@portico/server/search/find'
import { wordsAsked } from '@portico/server/search/asked'
import { seeded } from '@portico/server/routing/testing-queue'
import { fillConversations } from '@portico/testkit/fill-conversations'
import { MAIN } from '@portico/testkit/person'
import { startCluster } from '@portico/testkit/postgres-cluster'
import { closeSound, openStaffedSite, OTHER } from '@portico/testkit/site'
import { createPostgres, createSqlite, type TestDatabase } from '@portico/testkit/test-database'
import pg from 'pg'
import { fillSearch } from './load/fill-search.ts'
import { percentile } from './load/percentile.ts'
import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'

const CONVERSATIONS = 1_000_000
const LINES_EACH = 10
const ASKED = 100
/** In every third, in a few, together, never together, only begun, and in none. */
const WORDS = ['common ', 'once ', 'common w12 ', 'even odd ', 'w1234', 'w3 w40 common ', 'nowhere ']

/** How long it takes to find what was said among a million conversations, with who may see it, and what the index occupies. */
export const run: Bench = async (surroundings) => {
  const measures = await measureOn(await createSqlite(), surroundings)
  const cluster = await startCluster()
  if (cluster === undefined) {
    surroundings.progress('no PostgreSQL here')
    return measures
  }
  try {
    return [...measures, ...(await measureOn(await createPostgres(cluster.url('postgres')), surroundings))]
  } finally {
    cluster.stop()
  }
}

async function measureOn(database: TestDatabase, { progress, signal, seed, conversations }: Surroundings): Promise<Measure[]> {
  const count = conversations ?? CONVERSATIONS
  const site = await openStaffedSite(database)
  try {
    const operator = site.ann.id
    progress(`${database.name}: ${count} conversations of ${LINES_EACH} lines`)
    await fillConversations(database, {
      first: 1,
      last: count,
      openEvery: 1,
      channels: [MAIN, OTHER],
      operator,
      linesEach: LINES_EACH,
    })
    const before = await bytesOf(database)
    await fillSearch(database, {
      count,
      channels: [MAIN, OTHER],
      random: seeded(seed),
      filled: (filled) => {
        signal.throwIfAborted()
        if (filled % 50_000 === 0) progress(`${database.name}: ${filled} of ${count} indexed`)
      },
    })
    const bytes = (await bytesOf(database)) - before
    const asked = { channels: [MAIN], tag: undefined, operator: undefined, from: undefined, to: undefined, before: undefined }
    const took: number[] = []
    for (const text of WORDS) {
      const each: number[] = []
      for (let round = 0; round < ASKED; round++) {
        signal.throwIfAborted()
        const begunAt = performance.now()
        await findConversations(site.server.store.reads, { ...asked, words: wordsAsked(text) }, () => performance.now())
        each.push(performance.now() - begunAt)
      }
      progress(
        `${database.name}: ${text.trim()}: median ${percentile(each, 0.5).toFixed(1)} ms, p99 ${percentile(each, 0.99).toFixed(1)} ms`,
      )
      took.push(...each)
    }
    const note = `${count} conversations, one of two channels seen, ${WORDS.length} questions ${ASKED} times each`
    return [
      measured({
        measure: `p99 of a search on ${database.name}`,
        unit: 'ms',
        value: percentile(took, 0.99),
        limit: { of: 'value', atMost: 300 },
        note,
      }),
      measured({
        measure: `what searching occupies on ${database.name}`,
        unit: 'bytes a conversation',
        value: bytes / count,
        note,
      }),
    ]
  } finally {
    await closeSound(site)
  }
}

async function bytesOf({ environment }: TestDatabase): Promise<number> {
  const url = environment['PORTICO_DATABASE']
  if (url === undefined) {
    const file = join(environment['PORTICO_DATA'] ?? '', 'portico.db')
    return statSync(file).size + (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0)
  }
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(`select pg_total_relation_size('search_text') as bytes`)
  await client.end()
  return Number((rows[0] as { bytes: unknown }).bytes) // of that query
}
