import type { Tx } from '../db/database.ts'
import { dropJob, parkJob, postponeJob } from './ends.ts'
import type { Job } from './job.ts'
import { moveOn, setAside } from './lines.ts'

/** Between tries of one delivery: some eleven hours in all, so that a mail server may be down for a night. */
const WAITS_MS = [5, 30, 120, 600, 1800, 7200, 28_800].map((seconds) => seconds * 1000)
/** Between tries of a destination to which no connection comes about. */
const PAUSE_MS = { least: 5000, most: 300_000 }
/** What has waited so long for a connection is parked: nobody wants it by now. */
const DELIVERY_AGE_MS_MAX = 3 * 24 * 60 * 60 * 1000
/** So that what failed together is not tried again together. */
const JITTER = 0.2

/** How a try of a delivery ended. */
export type Ending = { state: 'done' } | { state: 'failed' | 'refused' | 'unreachable'; fault: string }

/** `drawn` is a number from 0 to 1. Without a job a line is looked at whose first one has gone. */
export type Settled = {
  line: string
  destination: string
  job: Job | undefined
  holder: string
  at: number
  ending: Ending
  drawn: number
}

/** Writes down how a try ended, and answers with the next job of the line. */
export async function settle(tx: Tx, settled: Settled): Promise<Job | undefined> {
  const { line, job, holder, at } = settled
  const until = job && (await end(tx, { ...settled, job }))
  if (until !== undefined) {
    await setAside(tx, { line, holder, until })
    return undefined
  }
  const next = await moveOn(tx, { line, holder, at })
  return next === 'none' || next === 'lost' ? undefined : next
}

/** Answers until when the whole destination is paused, where it is. */
async function end(tx: Tx, { job, destination, at, ending, drawn }: Settled & { job: Job }): Promise<number | undefined> {
  switch (ending.state) {
    case 'done':
      await dropJob(tx, job)
      await tx.deleteFrom('job_destination').where('name', '=', destination).execute()
      return undefined
    case 'failed': {
      const waitMs = Math.ceil((WAITS_MS[job.tries] ?? 0) * (1 + JITTER * drawn))
      await postponeJob(tx, job, { at, nextAt: at + waitMs, fault: ending.fault })
      return undefined
    }
    case 'refused':
      await parkJob(tx, job, { at, fault: ending.fault })
      return undefined
    case 'unreachable':
      if (at - job.kept_at < DELIVERY_AGE_MS_MAX) return pause(tx, { destination, at })
      await parkJob(tx, job, { at, fault: ending.fault })
      return undefined
  }
}

async function pause(tx: Tx, { destination, at }: { destination: string; at: number }): Promise<number> {
  const known = await tx.selectFrom('job_destination').selectAll().where('name', '=', destination).executeTakeFirst()
  // Several tries that were under way fail together: they count as one.
  if (known && known.paused_until > at) return known.paused_until
  const failures = (known?.failures ?? 0) + 1
  const paused_until = at + Math.min(PAUSE_MS.most, PAUSE_MS.least * 2 ** (failures - 1))
  await tx
    .insertInto('job_destination')
    .values({ name: destination, paused_until, failures })
    .onConflict((oc) => oc.column('name').doUpdateSet({ paused_until, failures }))
    .execute()
  return paused_until
}
