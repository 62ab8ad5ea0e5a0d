import type { Tx } from '../db/database.ts'
import { lastOrdinal, raiseLines } from './keep.ts'

/** Tries a job again now, as if it had never failed; it comes after what stands in its line. */
export async function retryJob(tx: Tx, { id, at }: { id: string; at: number }): Promise<void> {
  const job = await tx.selectFrom('job').select(['line', 'kind', 'destination']).where('id', '=', id).executeTakeFirst()
  if (!job) return
  const { line, kind, destination } = job
  const lane = kind === 'delivery' ? 'network' : 'road'
  await raiseLines(tx, [{ line, lane, destination, last_ordinal: 1, next_at: at, holder: null, leased_until: 0 }])
  const again = { ordinal: lastOrdinal(line), tries: 0, next_at: at, parked_at: null }
  await tx.updateTable('job').set(again).where('id', '=', id).execute()
}

/** Its line finds out by itself that it is not there any more. */
export async function takeJobAway(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('job').where('id', '=', id).execute()
}
