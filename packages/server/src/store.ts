import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { CannotStart } from './platform/cannot-start.ts'
import { transactionsOn } from './platform/db/dialect.ts'
import type { Db, InTransaction } from './platform/db/database.ts'
import { checkDurability } from './platform/db/durability.ts'
import { faultOf } from './platform/db/faults.ts'
import { lockFolder } from './platform/db/folder-lock.ts'
import { checkShape, migrate } from './platform/db/migrate.ts'
import { writingClient } from './platform/db/writing-client.ts'
import { remoteSqlite } from './platform/db/remote-sqlite.ts'
import { sqlite } from './platform/db/sqlite.ts'
import { openRoad, type Road, type Room } from './platform/road.ts'
import type { Registry } from './platform/registry.ts'
import { renew } from './platform/renew.ts'
import type { Committed } from './platform/run-command.ts'

const THREADS = {
  road: new URL('./road-thread.ts', import.meta.url),
  reads: new URL('./platform/db/read-thread.ts', import.meta.url),
}

/** Where everything is kept: a road for changes and a way to read, whatever the database. */
export type Store = {
  road: Road
  reads: Db
  /** What several nodes write to together, beside the road; undefined where one process is alone with its file. */
  shared: Db | undefined
  close: () => Promise<void>
}

export type StoreOptions = {
  registry: Registry
  onCommitted: (committed: Committed) => void
  onFault: (fault: { what: string; error: unknown }) => void
  /** The disk broke its promise, or the thread that writes is gone: stop, and recover at the next start. */
  onFatal: (error: unknown) => void
  onRoom?: (room: Room) => void
  /** A promise that the database is set up not to keep. */
  onWarning?: (line: string) => void
  at: number
}

/** One file, in a folder that is this process' alone. Writing and reading each have a thread of their own, so that this one is free for sockets. */
export async function openSqliteStore(
  file: string,
  options: StoreOptions,
  threads: Partial<typeof THREADS> = {},
): Promise<Store> {
  const unlock = lockFolder(dirname(file))
  try {
    const store = await openFile(file, options, { ...THREADS, ...threads })
    return { ...store, close: () => store.close().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

async function openFile(
  file: string,
  { registry, at, onRoom = () => {}, ...options }: StoreOptions,
  threads: typeof THREADS,
): Promise<Store> {
  const heard = { ...options, onRoom }
  const writer = sqlite(file)
  try {
    await migrate(writer, registry.migrations, at)
  } finally {
    await writer.destroy()
  }
  const road = writingClient(new Worker(threads.road, { workerData: { file } }), heard)
  await road.tick(0) // answered once the thread stands
  const reads = remoteSqlite((connections) => new Worker(threads.reads, { workerData: { file, connections } }), heard)
  return {
    road,
    reads: reads.db,
    shared: undefined,
    close: async () => {
      await road.close()
      await reads.close()
    },
  }
}

/** Each command has a transaction and a connection of its own. */
export async function openPostgresStore(
  url: string,
  { registry, at, onFatal, onWarning = () => {}, onRoom = () => {}, ...heard }: StoreOptions,
  around = (same: InTransaction) => same,
): Promise<Store> {
  const { postgres } = await import('./platform/db/postgres.ts') // not needed for SQLite, and not small
  const migrating = postgres(url, { unlimited: true })
  try {
    await checkDurability(migrating, onWarning)
    await migrate(migrating, registry.migrations, at)
  } finally {
    await migrating.destroy()
  }
  const db = postgres(url, { onError: (error) => faultOf(error) === 'broken' && onFatal(error) })
  const road = openRoad({ registry, db, inTransaction: around(transactionsOn(db)), onRoom, ...heard })
  return {
    road,
    reads: db,
    shared: db,
    close: async () => {
      await road.close()
      await db.destroy()
    },
  }
}

type Kept = { file: string } | { url: string }

/** For a command at the terminal, in this thread and for a moment: a database that is there, of this version. A file is locked. */
export async function openStoreHere(kept: Kept, registry: Registry): Promise<Pick<Store, 'road' | 'reads' | 'close'>> {
  const [db, unlock] = await openHere(kept)
  try {
    await checkShape(db, registry.migrations)
  } catch (error) {
    await db.destroy()
    unlock()
    throw error
  }
  const unheard = { onCommitted: () => {}, onFault: () => {}, onRoom: () => {} }
  const road = openRoad({ registry, db, inTransaction: transactionsOn(db), ...unheard })
  return {
    road,
    reads: db,
    close: async () => {
      await road.close()
      await db.destroy()
      unlock()
    },
  }
}

async function openHere(kept: Kept): Promise<[Db, unlock: () => void]> {
  if ('url' in kept) return [(await import('./platform/db/postgres.ts')).postgres(kept.url), () => {}]
  if (!existsSync(kept.file))
    throw new CannotStart(`there is no database ${kept.file}; set PORTICO_DATA to the folder that holds it`)
  const unlock = lockFolder(dirname(kept.file))
  try {
    return [sqlite(kept.file), unlock]
  } catch (error) {
    unlock()
    throw error
  }
}

/** After an older state has been put where the store keeps everything, and before anybody opens it. */
export async function renewStore(kept: Kept, registry: Registry, at: number): Promise<void> {
  const db =
    'file' in kept ? sqlite(kept.file) : (await import('./platform/db/postgres.ts')).postgres(kept.url, { unlimited: true })
  try {
    await renew(db, registry, at)
  } finally {
    await db.destroy()
  }
}
