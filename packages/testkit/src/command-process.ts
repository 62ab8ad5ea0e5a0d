import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { withoutTestSettings } from './server-process.ts'

const PROGRAM = fileURLToPath(new URL('./killed-command.ts', import.meta.url))

type Ran = { code: number | null; out: string; error: string }

/** The command line on a data folder; it dies at the point that is named. */
export function runCommand(environment: Record<string, string>, words: readonly string[], point?: string): Promise<Ran> {
  const env = { ...withoutTestSettings(process.env), ...environment, ...(point !== undefined && { KILL_AT: point }) }
  const child = spawn(process.execPath, [PROGRAM, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, error] = ['', '']
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (error += data.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, error })))
}
