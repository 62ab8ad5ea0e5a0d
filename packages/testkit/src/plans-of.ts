import type { Db } from '@portico/server/platform/db/database'
import { CompiledQuery, SqliteAdapter, type KyselyPlugin } from 'kysely'

/** A query that is prepared knows its values later. */
const isPrepared = (parameter: unknown) => typeof parameter === 'object' && parameter !== null

/** How the database finds what each query of a read asks for. */
export async function plansOf(db: Db, read: (db: Db) => Promise<unknown>, how = 'explain'): Promise<string[]> {
  const asked: CompiledQuery[] = []
  const listen: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  await read(db.withPlugin(listen))
  return db.connection().execute(async (own) => {
    const isFile = db.getExecutor().adapter instanceof SqliteAdapter
    // Where a table is small PostgreSQL reads all of it though it has the index that it would take of a large one.
    if (!isFile) await own.executeQuery(CompiledQuery.raw('set enable_seqscan = off'))
    const plans: string[] = []
    for (const { sql, parameters } of asked) {
      const explain = CompiledQuery.raw(
        `${isFile ? 'explain query plan' : how} ${sql}`,
        parameters.map((each) => (isPrepared(each) ? null : each)),
      )
      const { rows } = await own.executeQuery<object>(explain)
      plans.push(...rows.map((row) => JSON.stringify(row)))
    }
    if (!isFile) await own.executeQuery(CompiledQuery.raw('reset enable_seqscan'))
    return plans
  })
}
