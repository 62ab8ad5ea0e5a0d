// One of several nodes: the program that is shipped, as a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { withoutTestSettings } from './server-process.ts'

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
const SLOW_CLOCK = new URL('./slow-clock.ts', import.meta.url).href
const ERROR_LEVEL = 50
// As postgres-cluster.ts starts it.
const FORGETFUL_POSTGRES = 'acknowledged messages may be lost'

export type NodeProcess = {
  url: string
  port: number
  /** It takes leave of everybody. */
  stop: () => Promise<void>
  /** As if the power had gone. */
  kill: () => Promise<void>
  /** What its log complains of. */
  faults: () => readonly string[]
}

type Options = { environment: Record<string, string>; port?: number; isSlow?: boolean }

/** Resolves when it listens. `isSlow`: its clock is a minute behind. */
export async function startNode({ environment, port, isSlow = false }: Options): Promise<NodeProcess> {
  const chosen = port ?? (await freePort())
  const env = { ...withoutTestSettings(process.env), ...environment, PORT: String(chosen), PORTICO_HOST: '127.0.0.1' }
  const child = spawn(process.execPath, [...(isSlow ? ['--import', SLOW_CLOCK] : []), MAIN], {
    env: { ...env, PORTICO_TRUSTED_PROXIES: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString('utf8')))
  const ended = once(child, 'close')
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  void ended.then(() => process.off('exit', kill))
  await Promise.race([once(child.stdout, 'data'), ended])
  if (child.exitCode !== null) throw new Error(`the node ended before it listened: ${said}`)
  child.stdout.resume()
  return {
    url: `http://127.0.0.1:${chosen}`,
    port: chosen,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      if (child.exitCode !== 0) throw new Error(`the node did not end as it should: ${said}`)
    },
    kill: async () => {
      kill()
      await ended
    },
    faults: () => said.split('\n').filter(isFault),
  }
}

/** Whatever is no line of the log was written by somebody who was about to end. */
function isFault(line: string): boolean {
  const level = /^\{"level":(\d+)/.exec(line)?.[1]
  const isRoutine = level !== undefined && Number(level) < ERROR_LEVEL
  return line !== '' && !isRoutine && !line.includes(FORGETFUL_POSTGRES)
}
