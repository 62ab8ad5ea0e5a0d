import { readFileSync } from 'node:fs'

/** Of user time, and after it of system time, in what follows the name of the process. */
const USER_TIME = 11
const TICKS_PER_SECOND = 100

/** Seconds of CPU that a process has used until now, all its threads together. Linux alone says so. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[USER_TIME]) + Number(fields[USER_TIME + 1])) / TICKS_PER_SECOND
}
