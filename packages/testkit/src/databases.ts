import { describe, inject } from 'vitest'
import { createPostgres, createSqlite, type TestDatabase } from './test-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string | null
    redis: string | null
  }
}

/** The same tests on each database. What this machine does not have is said to be skipped. */
export function onEachDatabase(tests: (create: () => Promise<TestDatabase>) => void): void {
  describe('on SQLite', () => {
    tests(createSqlite)
  })
  const postgres = inject('postgres')
  describe.skipIf(postgres === null)(`on PostgreSQL${postgres === null ? ', which this machine does not have' : ''}`, () => {
    tests(() => createPostgres(postgres ?? ''))
  })
}
