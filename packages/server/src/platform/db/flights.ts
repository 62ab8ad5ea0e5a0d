import { CompiledQuery, type DatabaseConnection } from 'kysely'
import type { Tx } from './database.ts'

/**
 * The statements of one transaction on their way to a database elsewhere. They are sent as they come and answered in their order:
 * one flight there and back carries all between which nobody waits for an answer.
 */
export type Flights = {
  ask: <R>(query: CompiledQuery<R>) => Promise<R[]>
  /** Sends what answers no rows. Whether it went well is known with the commit: after an error nothing is committed. */
  post: (query: CompiledQuery) => void
  /** Asks what will be asked soon, so that it travels with what is sent now. Whatever is written afterwards makes it void. */
  foresee: (query: CompiledQuery) => void
  /** What went wrong first, of all but the commit: what fails after it fails for that reason. */
  failure: () => { error: unknown } | undefined
  /** Answers what the database has made of it. Rejects where it has not answered, or has refused to commit. */
  commit: () => Promise<'committed' | 'rolled back'>
}

const COMMIT = CompiledQuery.raw('commit')

type Foreseen = { sql: string; parameters: readonly unknown[]; answer: Promise<unknown[]> }

const flightsOf = new WeakMap<Tx, Flights>()

export const flightsIn = (tx: Tx): Flights | undefined => flightsOf.get(tx)

/** For a transaction that has a connection to itself. */
export async function openFlights(tx: Tx): Promise<Flights> {
  const connection = await tx.getExecutor().provideConnection((own) => Promise.resolve(own))
  const flights = fly(connection)
  flightsOf.set(tx, flights)
  return flights
}

function fly(connection: DatabaseConnection): Flights {
  let foreseen: Foreseen[] = []
  let failure: { error: unknown } | undefined

  async function send<R>(query: CompiledQuery<R>): Promise<R[]> {
    try {
      return (await connection.executeQuery<R>(query)).rows
    } catch (error) {
      failure ??= { error }
      throw failure.error
    }
  }

  return {
    ask: <R>(query: CompiledQuery<R>) => {
      const known = foreseen.findIndex((each) => isSame(each, query))
      if (known < 0) return send(query)
      const [{ answer }] = foreseen.splice(known, 1) as [Foreseen] // it was found there
      return answer as Promise<R[]> // of the same words
    },
    post: (query) => {
      foreseen = []
      send(query).catch(() => {})
    },
    foresee: (query) => {
      if (foreseen.some((each) => isSame(each, query))) return
      const answer = send(query)
      answer.catch(() => {})
      foreseen.push({ sql: query.sql, parameters: query.parameters, answer })
    },
    failure: () => failure,
    commit: async () => {
      const { rows } = await connection.executeQuery<{ command?: string }>(COMMIT) // Kysely answers so to the words of a commit
      return rows[0]?.command === 'ROLLBACK' ? 'rolled back' : 'committed'
    },
  }
}

const isSame = (one: Foreseen, { sql, parameters }: CompiledQuery) =>
  one.sql === sql && one.parameters.every((parameter, n) => parameter === parameters[n])

/**
 * Waits for what was sent, unless it travels: then the answer comes with the commit, and so does the news of what went wrong.
 */
export async function sent<T>(tx: Tx, answer: Promise<T>): Promise<{ answer: Promise<T> }> {
  if (flightsIn(tx)) answer.catch(() => {})
  else await answer
  return { answer }
}
