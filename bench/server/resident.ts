import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Memory that a process occupies, in bytes. */
export const residentBytes = (pid: number): Promise<number> => askPs(['-p', String(pid)])

/** Memory that the one process occupies that this one has started, in bytes. */
export const residentBytesOfChild = (pid: number): Promise<number> => askPs(['--ppid', String(pid)])

// Waited for, never blocking: the clock that measures others runs in this thread, too.
async function askPs(which: readonly string[]): Promise<number> {
  const { stdout } = await execute('ps', ['-o', 'rss=', ...which])
  const kib = Number(stdout.trim())
  if (!(kib > 0)) throw new Error(`ps knows no memory of the process ${which.join(' ')}`)
  return kib * 1024
}
