// What waits to be done after a commit, and what of it has failed: read by administrators over HTTP (GET /api/system/jobs), who
// may try a job again or drop it. It holds ids and faults, never what people wrote.
import { jobId } from './ids.ts'
import * as s from './schema.ts'

/** `parked` have been tried for the last time, `failing` will be tried again, `waiting` have not failed. */
export const JOB_STATES = ['parked', 'failing', 'waiting'] as const
export const JOB_KINDS = ['reaction', 'due', 'delivery'] as const
/** More than so many are not counted. */
export const JOBS_COUNTED_MAX = 1000

const systemCommand = s.variant('type', [
  s.object({ type: s.literal('job.retry'), job: jobId }),
  s.object({ type: s.literal('job.drop'), job: jobId }),
])

export const jobsQuery = s.object({ state: s.literal(JOB_STATES), before: s.optional(jobId) })

export const jobRow = s.object({
  id: jobId,
  kind: s.literal(JOB_KINDS),
  capability: s.string(),
  /** The event that is reacted to, the command that is due, the kind of delivery. */
  what: s.string(),
  /** The line it stands in: whom or what it is about. */
  line: s.string(),
  tries: s.int(),
  keptAt: s.instant(),
  nextAt: s.instant(),
  parkedAt: s.nullable(s.instant()),
  fault: s.nullable(s.string()),
})

/** GET /api/system/jobs, newest first. */
export const jobsPage = s.object({
  rows: s.array(jobRow),
  next: s.nullable(jobId),
  counts: s.object({ parked: s.int(), failing: s.int(), waiting: s.int() }),
  /** To which no connection comes about; nothing is tried there until then. */
  paused: s.array(s.object({ destination: s.string(), until: s.instant(), failures: s.int() })),
})

/** What crosses the wire of it. */
export const system = { command: systemCommand, parts: {} }

export type JobState = (typeof JOB_STATES)[number]
export type SystemCommand = s.Infer<typeof systemCommand>
export type JobsQuery = s.Infer<typeof jobsQuery>
export type JobRow = s.Infer<typeof jobRow>
export type JobsPage = s.Infer<typeof jobsPage>
