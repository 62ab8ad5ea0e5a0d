import { Worker } from 'node:worker_threads'
import { transactionsOn } from './platform/db/dialect.ts'
import type { Db, InTransaction } from './platform/db/database.ts'
import { migrate } from './platform/db/migrate.ts'
import { remoteRoad } from './platform/db/remote-road.ts'
import { remoteSqlite } from './platform/db/remote-sqlite.ts'
import { sqlite } from './platform/db/sqlite.ts'
import { openRoad, type Road } from './platform/road.ts'
import type { Registry } from './platform/registry.ts'
import type { Committed } from './platform/run-command.ts'

const ROAD_THREAD = new URL('./road-thread.ts', import.meta.url)

/** Where everything is kept: a road for changes and a way to read, whatever the database. */
export type Store = { road: Road; reads: Db; close: () => Promise<void> }

export type StoreOptions = {
  registry: Registry
  onCommitted: (committed: Committed) => void
  onFault: (fault: { what: string; error: unknown }) => void
  onFatal: (error: unknown) => void
  at: number
}

/** One file. Writing and reading each have a thread of their own, so that this one is free for sockets. */
export async function openSqliteStore(
  file: string,
  { registry, at, ...heard }: StoreOptions,
  thread = ROAD_THREAD,
): Promise<Store> {
  const writer = sqlite(file)
  await migrate(writer, registry.migrations, at)
  await writer.destroy()
  const road = remoteRoad(new Worker(thread, { workerData: { file } }), heard)
  await road.tick(0) // answered once the thread stands
  const reads = remoteSqlite(new Worker(new URL('./platform/db/read-thread.ts', import.meta.url), { workerData: { file } }))
  return {
    road,
    reads,
    close: async () => {
      await road.close()
      await reads.destroy()
    },
  }
}

/** Each command has a transaction and a connection of its own. */
export async function openPostgresStore(
  url: string,
  { registry, at, ...heard }: StoreOptions,
  around = (same: InTransaction) => same,
): Promise<Store> {
  const { postgres } = await import('./platform/db/postgres.ts') // not needed for SQLite, and not small
  const db = postgres(url)
  await migrate(db, registry.migrations, at)
  const road = openRoad({ registry, db, inTransaction: around(transactionsOn(db)), ...heard })
  return {
    road,
    reads: db,
    close: async () => {
      await road.close()
      await db.destroy()
    },
  }
}
