import type { Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { TRIES_MAX, type Job } from './job.ts'

const FAULT_LENGTH_MAX = 300

const deleteJob = prepared((db, { id }: { id: string }) => db.deleteFrom('job').where('id', '=', id).returning('id'))

/** False where it is done already, or has been moved or taken back meanwhile. */
export const dropJob = async (tx: Tx, { id }: Job): Promise<boolean> => (await deleteJob(tx, { id })).length > 0

/** It stands at the head of its line until `nextAt`; after its last try it stands aside. */
export async function postponeJob(
  tx: Tx,
  { id, tries }: Job,
  { at, nextAt, fault }: { at: number; nextAt: number; fault: string },
): Promise<void> {
  const parked_at = tries + 1 >= TRIES_MAX ? at : null
  await tx
    .updateTable('job')
    .set({ tries: tries + 1, next_at: nextAt, parked_at, fault })
    .where('id', '=', id)
    .execute()
}

export async function parkJob(tx: Tx, { id, tries }: Job, { at, fault }: { at: number; fault: string }): Promise<void> {
  await tx
    .updateTable('job')
    .set({ tries: tries + 1, parked_at: at, fault })
    .where('id', '=', id)
    .execute()
}

/** What nobody has looked at for so long is not wanted any more. */
export const PARKED_KEPT_MS = 90 * 24 * 60 * 60 * 1000

export async function trimJobs(tx: Tx, at: number): Promise<void> {
  await tx
    .deleteFrom('job')
    .where('parked_at', '<', at - PARKED_KEPT_MS)
    .execute()
}

/** What an administrator reads of a failure. Addresses of people are not kept. */
export function faultText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replaceAll(/\S+@\S+/g, '…').slice(0, FAULT_LENGTH_MAX)
}
