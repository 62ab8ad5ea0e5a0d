import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { eventually, present } from '@portico/testkit/eventually'
import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { registry } from '../../registry.ts'
import { openSqliteStore } from '../../store.ts'
import { readEpoch } from '../epoch.ts'
import type { Db } from './database.ts'
import { reading } from './dialect.ts'
import { faultOf } from './faults.ts'
import { remoteSqlite } from './remote-sqlite.ts'

const MORTAL = new URL('../../../../testkit/src/mortal-read-thread.ts', import.meta.url)
const RESTARTS = 4

test('[ST23] a reading thread that ends is named and started anew; who waits is told to try again, and after four restarts the server stops', async () => {
  const folder = mkdtempSync(join(import.meta.dirname, '../../../../../node_modules/.portico-'))
  const faults: string[] = []
  let fatal: unknown
  const heard = {
    onCommitted: () => {},
    onFault: ({ what }: { what: string }) => faults.push(what),
    onFatal: (error: unknown) => (fatal = error),
  }
  const store = await openSqliteStore(join(folder, 'portico.db'), { registry, at: 0, ...heard }, { reads: MORTAL })
  const epoch = await readEpoch(store.reads)

  // A transaction that began before does not go on in the next thread, where it would see another moment.
  const gone = await Promise.allSettled([
    reading(store.reads, async (tx) => {
      await readEpoch(tx)
      await die(store.reads)
      await readsAgain(store.reads)
      return readEpoch(tx)
    }),
  ])
  expect(gone.map((each) => each.status === 'rejected' && faultOf(each.reason))).toEqual(['away'])
  expect(await readsAgain(store.reads)).toBe(epoch)
  expect(faults).toEqual(['the reading thread has ended'])

  for (let restart = 1; restart < RESTARTS; restart++) {
    await die(store.reads)
    await readsAgain(store.reads)
  }
  expect(fatal).toBeUndefined()
  await die(store.reads)
  await present(() => fatal)
  expect(faults).toHaveLength(RESTARTS + 1)
  await store.close()
  rmSync(folder, { recursive: true })
})

test('[ST23] a store that is closed before anybody has read leaves no reading thread behind', async () => {
  const ended = Promise.withResolvers<void>()
  const start = () => new Worker('setInterval(() => {}, 1000)', { eval: true }).on('exit', () => ended.resolve())
  const { close } = remoteSqlite(start, { onFault: () => {}, onFatal: () => {} })
  await close()
  await ended.promise
})

async function die(reads: Db): Promise<void> {
  const [asked, waiting] = await Promise.allSettled([reads.executeQuery(CompiledQuery.raw('select die')), readEpoch(reads)])
  for (const each of [asked, waiting]) expect(each.status === 'rejected' && faultOf(each.reason)).toBe('away')
}

const readsAgain = (reads: Db): Promise<string> => eventually(() => readEpoch(reads))
