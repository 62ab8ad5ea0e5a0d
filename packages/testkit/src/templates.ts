import { registry } from '@portico/server/registry'
import { createPostgres, createSqlite, type TestDatabase } from './test-database.ts'

/** A folder and a database with all migrations and nobody in them: copied, they save each test the migrating. */
export type Templates = { sqlite: string; postgres: string | undefined }

const quiet = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {}, at: 0 }

export async function makeTemplates(postgres: string | null): Promise<{ templates: Templates; drop: () => Promise<void> }> {
  const databases = [await createSqlite(), ...(postgres === null ? [] : [await createPostgres(postgres)])]
  for (const database of databases) await (await database.open({ registry, ...quiet })).close()
  const [sqlite, other] = databases.map(({ environment }) => environment)
  const name = other && new URL(other['PORTICO_DATABASE'] ?? '').pathname.slice(1)
  return {
    templates: { sqlite: sqlite?.['PORTICO_DATA'] ?? '', postgres: name },
    drop: async () => {
      for (const database of databases) await database.drop()
    },
  }
}

type Create = (template?: string) => Promise<TestDatabase>

/** Whoever opens it first with other migrations than those of the template has an empty one. */
export async function fromTemplate(template: string | undefined, create: Create): Promise<TestDatabase> {
  const database = await create(template)
  const { open } = database
  database.open = async (options) => {
    database.open = open
    if (options.registry === registry) return open(options)
    await database.drop()
    return Object.assign(database, await create()).open(options)
  }
  return database
}
