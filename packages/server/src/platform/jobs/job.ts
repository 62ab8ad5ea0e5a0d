/** After these tries a job is parked: it stands aside, where an administrator sees it, and holds up nobody. */
export const TRIES_MAX = 8

export type JobKind = 'reaction' | 'due' | 'delivery'

/** Who works a line: the thread that writes, or the one that may wait for a network. */
export type Lane = 'road' | 'network'

/** Ids and positions, never text: what they name may have been erased since. */
export type Ids = { readonly [name: string]: string | number | null | readonly string[] | readonly number[] }

/** Something to do after a commit. `what` is the event that is reacted to, the command that is due, or the kind of delivery. */
export type Job = {
  id: string
  kind: JobKind
  /** What shares a line is done one after the other, in the order of the commits. */
  line: string
  capability: string
  what: string
  /** Where a delivery leads, whose connection may fail for all of them; of others an empty word. */
  destination: string
  /** JSON: the ids, or the due command. */
  body: string
  /** How many reactions led here. */
  depth: number
  tries: number
  next_at: number
  kept_at: number
}

declare module '../db/database.ts' {
  interface Tables {
    job: Job & {
      ordinal: number
      /** Names the intention of what is due. */
      key: string | null
      parked_at: number | null
      /** Why the last try failed. */
      fault: string | null
    }
    /** One row for each line with something in it; `next_at` is when its first job may be tried. */
    job_line: {
      line: string
      lane: Lane
      destination: string
      last_ordinal: number
      next_at: number
      holder: string | null
      leased_until: number
    }
    job_destination: { name: string; paused_until: number; failures: number }
  }
}
