import type { AnyCommand, Event, Subject } from './capability.ts'
import type { Db } from './db/database.ts'
import type { Ids } from './jobs/job.ts'
import type { NewJob } from './jobs/keep.ts'

/**
 * How a capability answers a foreign event, after its commit. `about` is whom or what the event concerns: reactions of one
 * capability to one subject are answered in order. `keep` says which ids of the event are needed.
 */
export type Reaction<E, C> = {
  about: (event: E) => Subject
  keep: (event: E) => Ids
  answer: (db: Db, kept: never) => Promise<readonly C[]> // never: what `keep` gave is what `answer` gets
}

export const reaction = <E, K extends Ids, C>(declared: {
  about: (event: E) => Subject
  keep: (event: E) => K
  answer: (db: Db, kept: K) => Promise<readonly C[]>
}): Reaction<E, C> => declared

/** What is kept of an event until it is answered. `depth` counts the reactions that lead to this one. */
export function reactionJob(
  { about, keep }: Reaction<never, AnyCommand>,
  { event, ...job }: { id: string; capability: string; event: Event; depth: number; at: number },
): NewJob {
  return {
    id: job.id,
    kind: 'reaction',
    lane: 'road',
    destination: '',
    line: lineOf(job.capability, about(event as never)), // as never: see AnyCapability
    key: null,
    capability: job.capability,
    what: event.type,
    body: JSON.stringify(keep(event as never)), // as never: see AnyCapability
    depth: job.depth,
    next_at: job.at,
  }
}

/** Reactions and what is due to one subject stand in one line, so that neither sees half of the other. */
export const lineOf = (capability: string, subject: Subject): string => `${capability} ${subject}`
