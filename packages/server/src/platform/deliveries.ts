import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import type { AnyCommand } from './capability.ts'
import type { Db, Tx } from './db/database.ts'
import type { Ids } from './jobs/job.ts'
import { keepJobs } from './jobs/keep.ts'
import type { Outside } from './outside.ts'

/** Such as 'mail.transcript'; its first word is where it goes, unless the row says otherwise. */
export type DeliveryKind = `${string}.${string}`

/** Something that leaves the house. `to` is its recipient or endpoint, by id: what goes to one is sent in order. */
export type Delivery = {
  kind: DeliveryKind
  capability: string
  to: string
  ids: Ids
  at: number
  /** What is unreachable as a whole when it cannot be connected to. */
  destination?: string
}

/** Written in the road's transaction, carried out after it: no command waits for a network. */
export async function deliver(tx: Tx, { kind, capability, to, ids, at, destination = firstWord(kind) }: Delivery): Promise<void> {
  const job = {
    id: newId(at),
    kind: 'delivery',
    lane: 'network',
    destination,
    line: `${kind} ${to}`,
    key: null,
    capability,
    what: kind,
    body: JSON.stringify(ids),
    depth: 0,
    next_at: at,
  } as const
  await keepJobs(tx, [job], at)
}

const firstWord = (kind: DeliveryKind): string => kind.slice(0, kind.indexOf('.'))

export type DeliveryContext = {
  /** The same on all tries: whoever receives it twice can tell. */
  id: string
  now: () => number
  reads: Db
  outside: Outside
  /** Ends when the time for this try is over. */
  signal: AbortSignal
  /** A command as the capability itself, whose effect is there before anything goes out: the hash of a secret, for one. */
  send: (command: AnyCommand) => Promise<Outcome>
}

/** Carries one kind out. It throws where that failed; what does not exist any more is nothing to deliver. */
export type Deliver = (ctx: DeliveryContext, ids: never) => Promise<void> // never: what the row's writer kept

/** No connection came about: that is the destination's fault, and concerns all that goes there. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** The other side will never take it: it is parked without further tries. */
export class Refused extends Error {}
