/**
 * What an error of the database means for whoever asked. `full`, `busy` and `away`: nothing was written, the same may be tried
 * later. `broken`: the disk broke its promise, and what is durable is known only after a restart.
 */
export type DatabaseFault = 'full' | 'busy' | 'away' | 'broken'

/** SQLite's primary result codes; their extended codes (the code above the lowest byte) mean the same unless named below. */
const SQLITE_PRIMARY: Readonly<Record<number, DatabaseFault>> = {
  5: 'busy', // BUSY: another program holds the file
  6: 'busy', // LOCKED
  8: 'broken', // READONLY: the file could be written at start; the disk has been remounted, or the file replaced
  10: 'broken', // IOERR
  11: 'broken', // CORRUPT
  13: 'full', // FULL
  14: 'broken', // CANTOPEN: every file is opened at start, so one has gone
  15: 'busy', // PROTOCOL: lost the race for a lock several times
  26: 'broken', // NOTADB
}

/** Extended codes that mean something else than their primary one. */
const SQLITE_EXTENDED: Readonly<Record<number, DatabaseFault | 'ours'>> = {
  3082: 'ours', // IOERR_NOMEM: memory, not the disk
  4874: 'full', // IOERR_SHMSIZE: the index of the write-ahead log found no room to grow
  6410: 'ours', // IOERR_GETTEMPPATH: no folder for temporary files; nothing of ours lies there
}

/** SQLSTATEs of PostgreSQL, by their whole code or, two characters long, by their class. */
const POSTGRES: Readonly<Record<string, DatabaseFault>> = {
  '08': 'away', // connection exception
  '25006': 'away', // read-only: a standby, until somebody leads again
  '25P03': 'away', // idle_in_transaction_session_timeout: the connection is gone
  '25P04': 'away', // transaction_timeout: the same
  '40001': 'busy', // serialization failure, after own-transaction.ts has tried again
  '40P01': 'busy', // deadlock, the same
  '53100': 'full', // disk full
  '53200': 'busy', // out of memory
  '53300': 'away', // too many connections
  '55P03': 'busy', // lock_timeout
  '57014': 'busy', // statement_timeout
  '57P': 'away', // shut down, crashed elsewhere, starting, dropped, idle too long
  '58030': 'broken', // io_error
  '58P01': 'broken', // undefined_file: one of its own is missing
  XX001: 'broken', // data_corrupted
  XX002: 'broken', // index_corrupted
}

/** Of the network below pg, and of pg itself, which names some of its own faults by their words alone. */
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/
/** A certificate that is not good, or no longer: whoever is there is not the database that was meant. */
const TLS =
  /^(ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY)|HOSTNAME_MISMATCH)/
const PG_WORDS =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|The server does not support SSL|There was an error establishing an SSL|Client (was closed|has encountered a connection error))/

/** What a named statement answers after a migration of a newer node has changed its columns: prepared anew it is right again. */
const STALE_PLAN = 'cached plan must not change result type'

export const isStalePlan = (error: unknown): boolean => error instanceof Error && error.message === STALE_PLAN

/** Carries a fault from the thread where it was seen, or from a thread that is gone. */
export class StoreFault extends Error {
  readonly fault: DatabaseFault

  constructor(fault: DatabaseFault, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.fault = fault
  }
}

/** COMMIT was sent and no answer came: the retry of the same command decides. No fault of the above, for those say that nothing was written. */
export class UnknownOutcome extends Error {
  constructor(cause: unknown) {
    super('no answer came to a commit', { cause })
  }
}

/** Undefined for everything else: a bug of ours, or a commit of which nobody knows. */
export function faultOf(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof StoreFault) return error.fault
  if ('errcode' in error && typeof error.errcode === 'number') return ofSqlite(error.errcode)
  if ('severity' in error && error.severity === 'PANIC') return 'broken'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (NETWORK.test(code) || TLS.test(code) || PG_WORDS.test(error.message) || isStalePlan(error)) return 'away'
  return POSTGRES[code] ?? POSTGRES[code.slice(0, 3)] ?? POSTGRES[code.slice(0, 2)]
}

function ofSqlite(code: number): DatabaseFault | undefined {
  const known = SQLITE_EXTENDED[code] ?? SQLITE_PRIMARY[code & 0xff]
  return known === 'ours' ? undefined : known
}
