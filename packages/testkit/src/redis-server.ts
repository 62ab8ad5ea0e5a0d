// A Redis of the tests' own: a free port, nothing on disk.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { freePort } from './free-port.ts'

export type Redis = { url: string; port: number; stop: () => Promise<void> }

/** Undefined where this machine has no Redis. A test that ends one and wants it back names the port it was on. */
export async function startRedis(port?: number): Promise<Redis | undefined> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined
  const chosen = port ?? (await freePort())
  const settings = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()]
  const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  void ended.then(() => process.off('exit', kill))

  const said: string[] = []
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      if (line.includes('Ready to accept connections')) resolve()
    })
    void ended.then(() => reject(new Error(`redis-server ended before it listened: ${said.join('\n')}`)))
  })
  await ready
  return {
    url: `redis://127.0.0.1:${chosen}`,
    port: chosen,
    stop: async () => {
      kill()
      await ended
    },
  }
}
