import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const PORTICO = fileURLToPath(import.meta.resolve('@portico/server/main'))
const ADDRESS = /http:\/\/localhost:(\d+)/
const STOPPING_MS = 15_000
const YOUNG = '--max-semi-space-size=4' // as scripts/start.mjs says

export type ServerProcess = {
  pid: number
  port: number
  /** From the start of the process until it said where it listens. */
  readyMs: number
  process: ChildProcess
  stop: () => Promise<void>
}

type Options = { command: readonly string[]; env?: Record<string, string>; signal: AbortSignal; ipc?: boolean }

/** Starts a server as a process of its own and waits for the line that says where it listens. */
export async function startProcess({ command, env = {}, signal, ipc = false }: Options): Promise<ServerProcess> {
  const [file = '', ...args] = command
  const startedAt = performance.now()
  const child = spawn(file, args, {
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'inherit', ...(ipc ? (['ipc'] as const) : [])],
    signal,
    killSignal: 'SIGKILL',
  })
  child.on('error', () => {}) // an abort; whoever waits for it hears of the exit
  const port = await portOf(child)
  return {
    pid: child.pid ?? 0,
    port,
    readyMs: performance.now() - startedAt,
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), STOPPING_MS)
      await exited
      clearTimeout(timer)
    },
  }
}

/** `url`: of a PostgreSQL in which it keeps everything, instead of in the folder. */
type Starting = { signal: AbortSignal; ipc?: boolean; imports?: string[]; trace?: string[]; url?: string | undefined }

/** The real server on a data folder. */
export function startPortico(
  folder: string,
  { signal, ipc = false, imports = [], trace = [], url }: Starting,
): Promise<ServerProcess> {
  const command = [...trace, process.execPath, YOUNG, ...imports.flatMap((file) => ['--import', file]), PORTICO]
  return startProcess({
    command,
    env: { PORTICO_DATA: folder, PORT: '0', ...(url !== undefined && { PORTICO_DATABASE: url }) },
    signal,
    ipc,
  })
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('the output of a server is piped')
  const lines = createInterface(child.stdout)
  for await (const line of lines) {
    const port = ADDRESS.exec(line)?.[1]
    if (port === undefined) continue
    child.stdout.resume()
    return Number(port)
  }
  throw new Error('the server ended before it listened')
}

// What this shell has set for a Portico of its own says nothing about the one measured here.
const ownEnvironment = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PORTICO_')))
