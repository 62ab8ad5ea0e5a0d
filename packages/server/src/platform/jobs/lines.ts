import type { Db, Tx } from '../db/database.ts'
import { claim, lapsed, leaseUntil } from '../db/dialect.ts'
import { prepared } from '../db/prepared.ts'
import type { Job, Lane } from './job.ts'

/** Whoever holds a line and is not heard of for so long has ended; each job that is done renews it. */
const LEASE_MS = 30_000
const PAUSED_MAX = 100
const ASIDE_MAX = 1000

export type Claimed = { line: string; destination: string; job: Job | undefined }

/** `busy` is what the holder is working on; at most `perDestination` of it may lead to one destination. */
export type Claim = {
  lane: Lane
  holder: string
  at: number
  limit: number
  perDestination: number
  busy: readonly { line: string; destination: string }[]
}

/** Takes lines whose first job may be tried, those that have waited longest first. What a dead holder had is taken after its lease. */
export async function claimLines(tx: Tx, asked: Claim): Promise<Claimed[]> {
  const { holder, at } = asked
  if (asked.lane === 'network') await setPausedAside(tx, at)
  const lines = withinDestinations(await claim(tx, freeLines(tx, asked)).execute(), asked)
  if (lines.length === 0) return []
  const names = lines.map(({ line }) => line)
  await tx
    .updateTable('job_line')
    .set({ holder, leased_until: leaseUntil(tx, LEASE_MS) })
    .where('line', 'in', names)
    .execute()
  const heads = new Map((await readHeads(tx, names, at)).map((job) => [job.line, job]))
  return lines.map((line) => ({ ...line, job: heads.get(line.line) }))
}

// What leads to a paused destination stands before what does not: it is moved out of the way, so much at once.
async function setPausedAside(tx: Tx, at: number): Promise<void> {
  const paused = await tx
    .selectFrom('job_destination')
    .select(['name', 'paused_until'])
    .where('paused_until', '>', at)
    .orderBy('name')
    .limit(PAUSED_MAX)
    .execute()
  for (const { name, paused_until } of paused) {
    const standing = tx
      .selectFrom('job_line')
      .select('line')
      .where('lane', '=', 'network')
      .where('next_at', '<=', at)
      .where('destination', '=', name)
      .where('holder', 'is', null)
      .orderBy('next_at')
      .orderBy('line')
      .limit(ASIDE_MAX)
    await tx.updateTable('job_line').set({ next_at: paused_until }).where('line', 'in', standing).execute()
  }
}

function freeLines(tx: Tx, { lane, holder, at, limit, perDestination, busy }: Claim) {
  const full = [...countBy(busy)].flatMap(([destination, count]) => (count >= perDestination ? [destination] : []))
  return (
    tx
      .selectFrom('job_line')
      .select(['line', 'destination'])
      .where('lane', '=', lane)
      .where('next_at', '<=', at)
      // One's own that is not being worked on was left behind when the database failed.
      .where((eb) => eb.or([lapsed(tx, 'leased_until'), eb('holder', '=', holder)]))
      .$if(busy.length > 0, (query) =>
        query.where(
          'line',
          'not in',
          busy.map(({ line }) => line),
        ),
      )
      .$if(full.length > 0, (query) => query.where('destination', 'not in', full))
      .orderBy('next_at')
      .orderBy('line')
      .limit(limit)
  )
}

function withinDestinations<T extends { destination: string }>(lines: readonly T[], { busy, perDestination }: Claim): T[] {
  const counts = countBy(busy)
  return lines.filter(({ destination }) => {
    const count = counts.get(destination) ?? 0
    counts.set(destination, count + 1)
    return count < perDestination
  })
}

const countBy = (lines: readonly { destination: string }[]): Map<string, number> =>
  new Map([...Map.groupBy(lines, ({ destination }) => destination)].map(([name, own]) => [name, own.length]))

/** After a job has gone or has been postponed: the next of its line, still held; or nothing, and the line is free. */
export async function moveOn(
  tx: Tx,
  { line, holder, at }: { line: string; holder: string; at: number },
): Promise<Job | 'none' | 'lost'> {
  // In this order and each by itself: the line is locked by now, so all that has been put into it is seen.
  const [[held], [head], [wake]] = await Promise.all([
    renew(tx, { line, holder }),
    headOf(tx, { line, at }),
    nextOf(tx, { line, at }),
  ])
  if (!held) return 'lost'
  if (head && head.next_at <= at) return head
  if (wake) await release(tx, { line, next_at: wake.next_at })
  else await remove(tx, { line })
  return 'none'
}

/** The line is left as it is until then; nothing where it is held by another. */
export async function setAside(tx: Tx, { line, holder, until }: { line: string; holder: string; until: number }): Promise<void> {
  await tx
    .updateTable('job_line')
    .set({ next_at: until, holder: null, leased_until: 0 })
    .where('line', '=', line)
    .where('holder', '=', holder)
    .execute()
}

const COLUMNS = [
  'id',
  'kind',
  'line',
  'capability',
  'what',
  'destination',
  'body',
  'depth',
  'tries',
  'next_at',
  'kept_at',
] as const

// What has been tried and what has come due, in order; what is due later holds up nobody.
const standing = (db: Db, at: number) =>
  db
    .selectFrom('job')
    .where('parked_at', 'is', null)
    .where((eb) => eb.or([eb('tries', '>', 0), eb('next_at', '<=', at)]))

async function readHeads(tx: Tx, lines: readonly string[], at: number): Promise<Job[]> {
  const first = standing(tx, at)
    .where('line', 'in', lines)
    .select((eb) => ['line', eb.fn.min('ordinal').as('ordinal')])
    .groupBy('line')
  const heads = await tx
    .selectFrom('job')
    .innerJoin(first.as('first'), (join) => join.onRef('first.line', '=', 'job.line').onRef('first.ordinal', '=', 'job.ordinal'))
    .select(COLUMNS.map((column) => `job.${column}` as const))
    .where('job.parked_at', 'is', null)
    .execute()
  return heads.filter(({ next_at }) => next_at <= at)
}

const headOf = prepared((db, { line, at }: { line: string; at: number }) =>
  standing(db, at).select(COLUMNS).where('line', '=', line).orderBy('ordinal').limit(1),
)
const nextOf = prepared((db, { line, at }: { line: string; at: number }) =>
  db
    .selectFrom('job')
    .select('next_at')
    .where('line', '=', line)
    .where('parked_at', 'is', null)
    .where('next_at', '>', at)
    .orderBy('next_at')
    .limit(1),
)
const renew = prepared((db, { line, holder }: { line: string; holder: string }) =>
  db
    .updateTable('job_line')
    .set({ leased_until: leaseUntil(db, LEASE_MS) })
    .where('line', '=', line)
    .where('holder', '=', holder)
    .returning('line'),
)
const release = prepared((db, { line, next_at }: { line: string; next_at: number }) =>
  db.updateTable('job_line').set({ next_at, holder: null, leased_until: 0 }).where('line', '=', line),
)
const remove = prepared((db, { line }: { line: string }) => db.deleteFrom('job_line').where('line', '=', line))
