import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import { atOnceIn } from './at-once.ts'
import type { Db, Tx } from './database.ts'
import { flightsIn } from './flights.ts'
import { nameStatement } from './statement-names.ts'

// A query that were given ever new shapes would fill memory: further ones are compiled each time.
const SHAPES_MAX = 32

/**
 * A query whose words are made once, for the statements that every message runs: building and compiling costs several times
 * what the database then does. `build` sees placeholders, so it may pass parameters on and nothing else.
 */
export function prepared<P extends object, R>(build: (db: Db, parameters: P) => Compilable<R>) {
  const { run, foresee } = prepare<P, R>((db, rows) => build(db, ...(rows as [P]))) // called with one row, below
  return Object.assign((db: Db, parameters: P): Promise<R[]> => run(db, [parameters]), {
    /** For a read whose key is known before its time: it travels with what is sent now. */
    foresee: (tx: Tx, parameters: P): void => foresee(tx, [parameters]),
  })
}

/** The same for a list of parameters, all with the same keys. */
export const preparedRows = <P extends object, R>(build: (db: Db, rows: readonly P[]) => Compilable<R>) => prepare(build).run

function prepare<P extends object, R>(build: (db: Db, rows: readonly P[]) => Compilable<R>) {
  const known = new WeakMap<DialectAdapter, Shape<R>[]>()

  function compiled(db: Db, rows: readonly P[]): CompiledQuery<R> {
    const { adapter } = db.getExecutor()
    const shapes = known.get(adapter) ?? []
    const shape = shapes.find((each) => isOf(each, rows))
    if (shape) return shape.query
    const query = build(db, rows.map(placeholders)).compile()
    if (shapes.length < SHAPES_MAX) {
      shapes.push({ count: rows.length, keys: Object.keys(rows[0] ?? {}), query })
      nameStatement(query.sql)
    }
    known.set(adapter, shapes)
    return query
  }

  function filled(db: Db, rows: readonly P[]): CompiledQuery<R> {
    const query = compiled(db, rows)
    return { ...query, parameters: query.parameters.map((each) => (each instanceof Placeholder ? each.valueIn(rows) : each)) }
  }

  return {
    run: async (db: Db, rows: readonly P[]): Promise<R[]> => {
      const query = filled(db, rows)
      const atOnce = atOnceIn(db)
      if (atOnce) return atOnce(query)
      const flights = flightsIn(db)
      if (!flights) return (await db.executeQuery<R>(query)).rows
      if (answersRows(query)) return flights.ask(query)
      flights.post(query)
      return []
    },
    foresee: (tx: Tx, rows: readonly P[]): void => flightsIn(tx)?.foresee(filled(tx, rows)),
  }
}

const answersRows = ({ query }: CompiledQuery) =>
  query.kind === 'SelectQueryNode' || query.kind === 'RawNode' || ('returning' in query && query.returning !== undefined)

type Shape<R> = { count: number; keys: readonly string[]; query: CompiledQuery<R> }

function isOf({ count, keys }: Shape<unknown>, rows: readonly object[]): boolean {
  if (count !== rows.length) return false
  let n = 0
  for (const key in rows[0]) if (key !== keys[n++]) return false
  return n === keys.length
}

class Placeholder {
  readonly #row: number
  readonly #key: string

  constructor(row: number, key: string) {
    this.#row = row
    this.#key = key
  }

  valueIn(rows: readonly object[]): unknown {
    return (rows[this.#row] as Record<string, unknown>)[this.#key] // a row of the shape that the query was built for
  }
}

function placeholders<P extends object>(parameters: P, row: number): P {
  return Object.fromEntries(Object.keys(parameters).map((key) => [key, new Placeholder(row, key)])) as P // stands for one while the query is built
}
