import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { faultOf, StoreFault, UnknownOutcome, type DatabaseFault } from './faults.ts'

const SQLITE: readonly [name: string, code: number, means: DatabaseFault | undefined][] = [
  ['ERROR', 1, undefined],
  ['BUSY', 5, 'busy'],
  ['BUSY_SNAPSHOT', 517, 'busy'],
  ['LOCKED', 6, 'busy'],
  ['NOMEM', 7, undefined],
  ['READONLY', 8, 'broken'],
  ['READONLY_DBMOVED', 1032, 'broken'],
  ['IOERR', 10, 'broken'],
  ['IOERR_READ', 266, 'broken'],
  ['IOERR_WRITE', 778, 'broken'],
  ['IOERR_FSYNC', 1034, 'broken'],
  ['IOERR_DIR_FSYNC', 1290, 'broken'],
  ['IOERR_TRUNCATE', 1546, 'broken'],
  ['IOERR_CLOSE', 4106, 'broken'],
  ['IOERR_SHMMAP', 5386, 'broken'],
  ['IOERR_CORRUPTFS', 8458, 'broken'],
  ['IOERR_NOMEM', 3082, undefined],
  ['IOERR_GETTEMPPATH', 6410, undefined],
  ['IOERR_SHMSIZE', 4874, 'full'],
  ['CORRUPT', 11, 'broken'],
  ['CORRUPT_INDEX', 779, 'broken'],
  ['FULL', 13, 'full'],
  ['CANTOPEN', 14, 'broken'],
  ['PROTOCOL', 15, 'busy'],
  ['CONSTRAINT_UNIQUE', 2067, undefined],
  ['NOTADB', 26, 'broken'],
]

const POSTGRES: readonly [code: string, means: DatabaseFault | undefined][] = [
  ['08006', 'away'],
  ['08P01', 'away'],
  ['23505', undefined],
  ['25006', 'away'],
  ['25P02', undefined],
  ['25P03', 'away'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['42P01', undefined],
  ['53100', 'full'],
  ['53200', 'busy'],
  ['53300', 'away'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
  ['57P01', 'away'],
  ['57P02', 'away'],
  ['57P03', 'away'],
  ['57P05', 'away'],
  ['58030', 'broken'],
  ['58P01', 'broken'],
  ['XX000', undefined],
  ['XX001', 'broken'],
  ['XX002', 'broken'],
  ['ECONNREFUSED', 'away'],
  ['ECONNRESET', 'away'],
  ['EPIPE', 'away'],
  ['ETIMEDOUT', 'away'],
  ['EHOSTUNREACH', 'away'],
  ['EAI_AGAIN', 'away'],
  ['CERT_HAS_EXPIRED', 'away'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'away'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'away'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'away'],
  ['ENOENT', undefined],
]

const WORDS = [
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'The server does not support SSL connections',
  'There was an error establishing an SSL connection',
  'Client was closed and is not queryable',
  'Client has encountered a connection error and is not queryable',
]

test.each(SQLITE)('[ST20] of SQLite, %s (%i) means %s', (_, errcode, means) => {
  expect(faultOf(Object.assign(new Error('seen'), { code: 'ERR_SQLITE_ERROR', errcode }))).toBe(means)
})

test.each(POSTGRES)('[ST20] of PostgreSQL and the way to it, %s means %s', (code, means) => {
  expect(faultOf(Object.assign(new Error('seen'), { code, severity: 'ERROR' }))).toBe(means)
})

test.each(WORDS)('[ST20] pg says "%s" when the database is away', (words) => {
  expect(faultOf(new Error(words))).toBe('away')
})

test('[ST20] PANIC is a disk that broke its promise, whatever its code', () => {
  expect(faultOf(Object.assign(new Error('seen'), { code: 'XX000', severity: 'PANIC' }))).toBe('broken')
})

test('[ST20] an answer that failed to come after a commit is no fault: it is unknown what was written', () => {
  const cause = Object.assign(new Error('seen'), { code: '57P01' })
  expect(faultOf(cause)).toBe('away')
  expect(faultOf(new UnknownOutcome(cause))).toBeUndefined()
  expect(faultOf(new StoreFault('away', cause))).toBe('away')
})

test('[ST20] node:sqlite names the code as expected', () => {
  const database = new DatabaseSync('')
  database.exec('create table small (n blob); pragma max_page_count = 2')
  const fill = () => database.exec('insert into small values (zeroblob(100000))')
  expect(faultOf(thrown(() => database.exec('insert into nothing values (1)')))).toBeUndefined()
  expect(faultOf(thrown(fill))).toBe('full')
  database.close()
})

function thrown(work: () => void): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}
