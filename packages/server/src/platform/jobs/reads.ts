import type { JobId } from '@portico/protocol/ids'
import { JOBS_COUNTED_MAX, JOB_STATES, type JobRow, type JobsPage, type JobsQuery, type JobState } from '@portico/protocol/system'
import type { Db } from '../db/database.ts'
import type { JobKind, Lane } from './job.ts'

const PAGE_ROWS = 50
const PAUSED_MAX = 100

export async function hasJob(db: Db, id: JobId): Promise<boolean> {
  return (await db.selectFrom('job').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** A page of jobs of one state, newest first, with how many there are of each. */
export async function readJobs(db: Db, { state, before, at }: JobsQuery & { at: number }): Promise<JobsPage> {
  const found = await inState(db, state)
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(PAGE_ROWS + 1)
    .execute()
  const rows = found.slice(0, PAGE_ROWS).map((row): JobRow => ({
    id: row.id as JobId, // a job's own
    kind: row.kind,
    capability: row.capability,
    what: row.what,
    line: row.line,
    tries: row.tries,
    keptAt: row.kept_at,
    nextAt: row.next_at,
    parkedAt: row.parked_at,
    fault: row.fault,
  }))
  const [parked, failing, waiting] = await Promise.all(JOB_STATES.map((each) => countUpTo(db, each)))
  return {
    rows,
    next: found.length > PAGE_ROWS ? (rows.at(-1)?.id ?? null) : null,
    counts: { parked: parked ?? 0, failing: failing ?? 0, waiting: waiting ?? 0 },
    paused: await readPaused(db, at),
  }
}

function inState(db: Db, state: JobState) {
  const jobs = db.selectFrom('job')
  switch (state) {
    case 'parked':
      return jobs.where('parked_at', 'is not', null)
    case 'failing':
      return jobs.where('parked_at', 'is', null).where('tries', '>', 0)
    case 'waiting':
      return jobs.where('parked_at', 'is', null).where('tries', '=', 0)
  }
}

// All of a million would be counted for nobody.
async function countUpTo(db: Db, state: JobState): Promise<number> {
  const some = inState(db, state)
    .select('id')
    .limit(JOBS_COUNTED_MAX + 1)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function readPaused(db: Db, at: number): Promise<JobsPage['paused']> {
  const rows = await db
    .selectFrom('job_destination')
    .selectAll()
    .where('paused_until', '>', at)
    .orderBy('name')
    .limit(PAUSED_MAX)
    .execute()
  return rows.map(({ name, paused_until, failures }) => ({ destination: name, until: paused_until, failures }))
}

export type JobCounts = { parked: Partial<Record<JobKind, number>>; overdue: Partial<Record<Lane, number>> }

/** For metrics: what has been parked, and how many lines could go on and do not. */
export async function countJobs(db: Db, at: number): Promise<JobCounts> {
  const parked = await db
    .selectFrom('job')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
    .where('parked_at', 'is not', null)
    .groupBy('kind')
    .execute()
  const overdue = await db
    .selectFrom('job_line')
    .select((eb) => ['lane', eb.fn.countAll<number>().as('count')])
    .where('next_at', '<=', at)
    .groupBy('lane')
    .execute()
  return {
    parked: Object.fromEntries(parked.map(({ kind, count }) => [kind, count])),
    overdue: Object.fromEntries(overdue.map(({ lane, count }) => [lane, count])),
  }
}
