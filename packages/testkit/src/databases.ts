import { describe, inject } from 'vitest'
import { fromTemplate, type Templates } from './templates.ts'
import { createPostgres, createSqlite, type TestDatabase } from './test-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string | null
    redis: string | null
    templates: Templates
  }
}

/** For what is the same on each database: one that has all migrations. */
export const newSqlite = (): Promise<TestDatabase> => fromTemplate(inject('templates').sqlite, createSqlite)

/** The same tests on each database. What this machine does not have is said to be skipped. */
export function onEachDatabase(tests: (create: () => Promise<TestDatabase>) => void): void {
  describe('on SQLite', () => {
    tests(newSqlite)
  })
  const postgres = inject('postgres')
  describe.skipIf(postgres === null)(`on PostgreSQL${postgres === null ? ', which this machine does not have' : ''}`, () => {
    tests(() => fromTemplate(inject('templates').postgres, (template) => createPostgres(postgres ?? '', template)))
  })
}
