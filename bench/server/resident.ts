import { execFileSync } from 'node:child_process'

/** Memory that a process occupies, in bytes. */
export const residentBytes = (pid: number): number => askPs(['-p', String(pid)])

/** Memory that the one process occupies that this one has started, in bytes. */
export const residentBytesOfChild = (pid: number): number => askPs(['--ppid', String(pid)])

function askPs(which: readonly string[]): number {
  const kib = Number(execFileSync('ps', ['-o', 'rss=', ...which], { encoding: 'utf8' }).trim())
  if (!(kib > 0)) throw new Error(`ps knows no memory of the process ${which.join(' ')}`)
  return kib * 1024
}
