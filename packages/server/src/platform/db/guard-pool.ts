import type { Socket } from 'node:net'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { faultOf, isStalePlan } from './faults.ts'
import { nameOfStatement } from './statement-names.ts'

const NO_ANSWER = 'Query read timeout'

/**
 * The pool, seen from Kysely. A connection on which an answer has failed to come is given up, and so are all that are older than
 * that moment: the path that swallowed one of them has swallowed them all. So are those that know a statement by columns it no
 * longer has.
 */
export function guardPool(pool: Pool, onError: (error: unknown) => void): PostgresPool {
  const guarded = new WeakMap<PoolClient, Guarded>()
  let trustedSince = 0

  const guard = (client: PoolClient): Guarded => {
    const known = guarded.get(client)
    if (known) return known
    const made = guardClient(client, (error) => {
      if (isStalePlan(error) || (error instanceof Error && error.message === NO_ANSWER)) trustedSince = performance.now()
      onError(error)
    })
    guarded.set(client, made)
    return made
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      for (;;) {
        const client = guard(await pool.connect())
        if (client.since >= trustedSince) return client
        client.release(true)
      }
    },
  }
}

type Guarded = PostgresPoolClient & { since: number }

function guardClient(client: PoolClient, hear: (error: unknown) => void): Guarded {
  let isLost = false
  const gather = gatherWrites(client)
  const query = async (text: string, parameters: readonly unknown[]) => {
    const name = nameOfStatement(text)
    gather()
    try {
      return await client.query({ text, values: [...parameters], ...(name !== undefined && { name }) })
    } catch (error) {
      if (faultOf(error) === 'away') {
        isLost = true
        // While a query hangs this ends the connection at once; otherwise it is ended already.
        client.end().catch(() => {})
      }
      hear(error)
      throw error
    }
  }
  return {
    since: performance.now(),
    query: query as unknown as PostgresPoolClient['query'], // which has cursors too, and nobody here opens one
    release: (destroy) => client.release(isLost || destroy),
  }
}

/** All that is asked in one turn leaves as one packet. */
function gatherWrites(client: PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection // of which types say nothing
  let gathers = false
  return () => {
    if (gathers) return
    gathers = true
    stream.cork()
    process.nextTick(() => {
      gathers = false
      stream.uncork()
    })
  }
}
