import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** Whether this machine lets strace stand between a process and its disk. */
export const mayTrace = (): boolean => spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0

type Failing = { pid: number; file: string; calls: string; error: 'EIO' | 'ENOSPC' }

/** From now on these calls of the process on this file fail, until the returned function is called. */
export async function failDisk({ pid, file, calls, error }: Failing): Promise<() => Promise<void>> {
  const inject = `inject=${calls}:error=${error}`
  const args = ['-f', '-p', String(pid), '-P', file, '-e', `trace=${calls}`, '-e', inject, '-o', '/dev/null']
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(strace, 'close')
  await once(strace.stderr, 'data') // it says which threads it has attached to
  return async () => {
    strace.kill('SIGINT')
    await ended
  }
}
