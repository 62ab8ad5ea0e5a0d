import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openPostgresStore, openSqliteStore, type Store, type StoreOptions } from '@portico/server/store'
import pg from 'pg'

export type TestDatabase = {
  name: 'SQLite' | 'PostgreSQL'
  open: (options: StoreOptions) => Promise<Store>
  /** The environment in which a server process of its own uses this database. */
  environment: Record<string, string>
  /** Another one with all that this one holds; nobody may have it open meanwhile. */
  copy: () => Promise<TestDatabase>
  drop: () => Promise<void>
}

// In the repository's own folder and not in the system's temporary one, which may be memory: there an fsync costs nothing.
/** `like` is the folder of another one, which nobody has open. */
export async function createSqlite(like?: string): Promise<TestDatabase> {
  const folder = newFolder()
  if (like !== undefined) cpSync(like, folder, { recursive: true })
  return sqliteIn(folder)
}

function sqliteIn(folder: string): TestDatabase {
  return {
    name: 'SQLite',
    open: (options) => openSqliteStore(join(folder, 'portico.db'), options),
    environment: { PORTICO_DATA: folder },
    copy: () => createSqlite(folder),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

export async function createPostgres(server: string, like = 'template1'): Promise<TestDatabase> {
  const folder = newFolder()
  const name = `portico_${crypto.randomUUID().replaceAll('-', '')}`
  const url = new URL(server)
  url.pathname = `/${name}`
  await admin(server, `create database ${name} template ${like} ${await strategyOf(server)}`)
  return {
    name: 'PostgreSQL',
    open: (options) => openPostgresStore(url.href, options),
    environment: { PORTICO_DATA: folder, PORTICO_DATABASE: url.href },
    copy: () => createPostgres(server, name),
    drop: async () => {
      rmSync(folder, { recursive: true, force: true })
      await admin(server, `drop database ${name} with (force)`)
    },
  }
}

/** The same by way of a proxy. */
export function through(database: TestDatabase, port: number): TestDatabase {
  const url = new URL(database.environment['PORTICO_DATABASE'] ?? '')
  url.host = `127.0.0.1:${port}`
  return {
    ...database,
    open: (options) => openPostgresStore(url.href, options),
    environment: { ...database.environment, PORTICO_DATABASE: url.href },
  }
}

const newFolder = () => mkdtempSync(join(import.meta.dirname, '../../../node_modules/.portico-'))

const strategies = new Map<string, Promise<string>>()

// Copying files costs half of copying pages through the log. Before PostgreSQL 15 it was the only way, and had no name.
function strategyOf(server: string): Promise<string> {
  const known = strategies.get(server)
  if (known) return known
  const asked = ask(server, 'show server_version_num').then(([row]) =>
    Number(row?.['server_version_num']) >= 150_000 ? 'strategy file_copy' : '',
  )
  strategies.set(server, asked)
  return asked
}

export async function admin(server: string, statement: string): Promise<void> {
  await ask(server, statement)
}

async function ask(server: string, statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    return (await client.query<Record<string, string>>(statement)).rows
  } finally {
    await client.end()
  }
}
