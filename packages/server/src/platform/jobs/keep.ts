import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { preparedRows } from '../db/prepared.ts'
import { must } from '../must.ts'
import type { Job, Lane } from './job.ts'

export type NewJob = Omit<Job, 'tries' | 'kept_at'> & { lane: Lane; key: string | null }

/** Written in the transaction whose events it follows from. Counting up a line locks it until commit: its order is that of commits. */
export async function keepJobs(tx: Tx, jobs: readonly NewJob[], at: number): Promise<void> {
  if (jobs.length === 0) return
  // In one order for everybody, or two transactions could wait for each other's lines.
  const lines = [...Map.groupBy(jobs, ({ line }) => line)].sort(([a], [b]) => (a < b ? -1 : 1))
  await raiseLines(
    tx,
    lines.map(([line, own]) => ({
      line,
      lane: must(own[0]).lane,
      destination: must(own[0]).destination,
      last_ordinal: own.length,
      next_at: Math.min(...own.map(({ next_at }) => next_at)),
      holder: null,
      leased_until: 0,
    })),
  )
  const rows = lines.flatMap(([, own]) =>
    own.map(({ lane: _, ...job }, i) => ({
      ...job,
      behind: own.length - 1 - i,
      tries: 0,
      kept_at: at,
      parked_at: null,
      fault: null,
    })),
  )
  await insertJobs(tx, rows)
}

type LineRow = {
  line: string
  lane: Lane
  destination: string
  last_ordinal: number
  next_at: number
  holder: null
  leased_until: number
}

/** Counts a line up by so many, and wakes it in time. */
export const raiseLines = preparedRows((db, lines: readonly LineRow[]) =>
  db
    .insertInto('job_line')
    .values(lines)
    .onConflict((oc) =>
      oc.column('line').doUpdateSet((eb) => ({
        last_ordinal: eb('job_line.last_ordinal', '+', eb.ref('excluded.last_ordinal')),
        next_at: eb
          .case()
          .when('job_line.next_at', '<', eb.ref('excluded.next_at'))
          .then(eb.ref('job_line.next_at'))
          .else(eb.ref('excluded.next_at'))
          .end(),
      })),
    ),
)

/** `behind`: how many of the same line are written after it. */
type JobRow = Job & { behind: number; key: string | null; parked_at: null; fault: null }

/** What a line has been counted up to, where its row is asked: nobody waits for the number. */
export const lastOrdinal = (line: string, behind = 0) =>
  sql<number>`(select last_ordinal from job_line where line = ${line}) - ${behind}`

// What is due under a key that is there already is moved. Its id is a new one: who has begun on the former does not end it.
const insertJobs = preparedRows((db, rows: readonly JobRow[]) =>
  db
    .insertInto('job')
    .values(rows.map(({ behind, ...row }) => ({ ...row, ordinal: lastOrdinal(row.line, behind) })))
    .onConflict((oc) =>
      oc.column('key').doUpdateSet((eb) => ({
        id: eb.ref('excluded.id'),
        line: eb.ref('excluded.line'),
        ordinal: eb.ref('excluded.ordinal'),
        what: eb.ref('excluded.what'),
        destination: eb.ref('excluded.destination'),
        body: eb.ref('excluded.body'),
        depth: eb.ref('excluded.depth'),
        tries: eb.ref('excluded.tries'),
        next_at: eb.ref('excluded.next_at'),
        kept_at: eb.ref('excluded.kept_at'),
        parked_at: eb.ref('excluded.parked_at'),
        fault: eb.ref('excluded.fault'),
      })),
    ),
)
