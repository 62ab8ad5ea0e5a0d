import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from '../cannot-start.ts'
import { DATA_FILES } from '../data-files.ts'
import { faultOf } from './faults.ts'

/** A server that is being stopped has so long to let go. */
const WAIT_MS = 2000

export class FolderInUse extends CannotStart {}

/**
 * The folder for this process alone, until the returned function is called or the process ends. The lock is SQLite's own on an
 * empty file, so it is the kernel's: kill -9 frees it, and nobody need judge whether a process of that number still is a server.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, DATA_FILES.lock), { timeout: WAIT_MS })
  const holder = join(folder, DATA_FILES.holder)
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (faultOf(error) !== 'busy') throw error
    throw new FolderInUse(
      `the data folder ${folder} is in use by another Portico (${read(holder)}); stop that one, or set PORTICO_DATA to another folder`,
    )
  }
  writeFileSync(holder, `process ${process.pid} on ${hostname()}`, { mode: 0o600 })
  return () => lock.close()
}

// Whoever has the lock writes it a moment later.
function read(holder: string): string {
  try {
    return readFileSync(holder, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'which has just begun'
    throw error
  }
}
