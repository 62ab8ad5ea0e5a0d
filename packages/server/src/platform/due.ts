import { newId } from '@portico/protocol/new-id'
import type { AnyCommand, Subject } from './capability.ts'
import type { Tx } from './db/database.ts'
import { prepared } from './db/prepared.ts'
import { keepJobs } from './jobs/keep.ts'
import { lineOf } from './reactions.ts'

/** A command to run later, of ids alone. `key` names the intention: scheduling it again moves it, and `cancel` takes it back. */
export type Due = { key: string; capability: string; about: Subject; at: number; command: AnyCommand }

export async function schedule(tx: Tx, { key, capability, about, at, command }: Due): Promise<void> {
  const job = {
    id: newId(at),
    kind: 'due',
    lane: 'road',
    destination: '',
    line: lineOf(capability, about),
    key,
    capability,
    what: command.type,
    body: JSON.stringify(command),
    depth: 0,
    next_at: at,
  } as const
  await keepJobs(tx, [job], at)
}

const deleteByKey = prepared((db, { key }: { key: string }) => db.deleteFrom('job').where('key', '=', key))

// Its line finds out by itself that nothing is left in it.
export async function cancel(tx: Tx, key: string): Promise<void> {
  await deleteByKey(tx, { key })
}
