import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { KillPoint } from './kill-points.ts'

export type ServerProcess = {
  setupToken: string
  /** Resolves with the point it died at, or undefined if it was killed from outside. */
  ended: Promise<KillPoint | undefined>
  kill: () => void
  pid: number
  /** Null as long as it runs, and when it was killed. */
  exitCode: () => number | null
  /** What it has written to standard error. */
  said: () => string
}

type Options = {
  port: number
  environment: Record<string, string>
  order?: { point: KillPoint; passage: number }
  through?: readonly string[]
}

const SERVER = fileURLToPath(new URL('./killed-server.ts', import.meta.url))

/** A server as a process of its own; resolves when it listens. `through` is a command that runs it, such as strace. */
export async function startProcess({ port, environment, order, through = [] }: Options): Promise<ServerProcess> {
  const [program, ...args] = [...through, process.execPath, SERVER]
  const env = {
    ...process.env,
    ...environment,
    PORT: String(port),
    ...(order && { KILL_POINT: order.point, KILL_PASSAGE: String(order.passage) }),
  }
  const child = spawn(program, args, { env: withoutTestSettings(env), stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let died: KillPoint | undefined
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString('utf8')))
  const ready = Promise.withResolvers<string>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, rest = ''] = line.split(' ')
    if (word === 'ready') ready.resolve(rest)
    if (word === 'killed') died = rest as KillPoint // kill-points.ts says it
  })
  const ended = new Promise<KillPoint | undefined>((resolve) => {
    child.on('close', () => {
      if (died) ready.resolve('-')
      else ready.reject(new Error(`the server ended before it listened: ${said}`))
      resolve(died)
    })
  })
  const kill = () => killGroup(child)
  process.once('exit', kill)
  void ended.then(() => process.off('exit', kill))
  const setupToken = await ready.promise
  return { setupToken, ended, kill, pid: child.pid ?? 0, exitCode: () => child.exitCode, said: () => said }
}

// The whole group: under strace the server is a child's child.
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Nor those by which the machine names a database that is not the test's. */
export const withoutTestSettings = ({
  PORTICO_BROWSER: _,
  PORTICO_TEST_POSTGRES: __,
  DATABASE_URL: ___,
  ...env
}: NodeJS.ProcessEnv) => env
